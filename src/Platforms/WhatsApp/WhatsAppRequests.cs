namespace Rozmova.Platforms.WhatsApp;

// What we ask of the Cloud API and what it answers. Absent members are not written.

/// <summary>The body that sends ("Cloud API, Messages"): an address, a type, and the member of that name.</summary>
internal sealed record WhatsAppMessage
{
    public string MessagingProduct { get; init; } = "whatsapp";

    public string RecipientType { get; init; } = "individual";

    /// <summary>A telephone number or a group.</summary>
    public string? To { get; init; }

    /// <summary>The business-scoped id of one whose number we do not know.</summary>
    public string? Recipient { get; init; }

    public required string Type { get; init; }

    public MessageContext? Context { get; init; }

    /// <summary>Our id, which statuses bring back.</summary>
    public string? BizOpaqueCallbackData { get; init; }

    public TextBody? Text { get; init; }

    public FileBody? Image { get; init; }

    public FileBody? Audio { get; init; }

    public FileBody? Video { get; init; }

    public FileBody? Document { get; init; }

    public FileBody? Sticker { get; init; }

    public PlaceBody? Location { get; init; }

    public IReadOnlyList<CardBody>? Contacts { get; init; }

    public InteractiveBody? Interactive { get; init; }

    public TemplateBody? Template { get; init; }

    public ReactionBody? Reaction { get; init; }
}

internal sealed record ReactionBody(string MessageId, string Emoji);

internal sealed record MessageContext(string MessageId);

internal sealed record TextBody(string Body, bool PreviewUrl);

internal sealed record FileBody
{
    public string? Id { get; init; }

    public string? Caption { get; init; }

    public string? Filename { get; init; }

    /// <summary>Whether it is a voice note: with a picture of the sound and the sender's face.</summary>
    public bool? Voice { get; init; }
}

internal sealed record PlaceBody(double Latitude, double Longitude, string? Name, string? Address = null);

internal sealed record CardBody(CardBodyName Name, IReadOnlyList<CardBodyPhone>? Phones);

internal sealed record CardBodyName(string FormattedName, string FirstName);

internal sealed record CardBodyPhone(string Phone, string Type = "CELL");

internal sealed record InteractiveBody(string Type, InteractiveText Body, InteractiveAction Action);

internal sealed record InteractiveText(string Text);

internal sealed record InteractiveAction
{
    public IReadOnlyList<ReplyButton>? Buttons { get; init; }

    /// <summary>What opens the list.</summary>
    public string? Button { get; init; }

    public IReadOnlyList<ListSection>? Sections { get; init; }

    public string? Name { get; init; }

    public LinkParameters? Parameters { get; init; }
}

internal sealed record ReplyButton(ReplyChoice Reply, string Type = "reply");

internal sealed record ReplyChoice(string Id, string Title);

internal sealed record ListSection(IReadOnlyList<ListRow> Rows);

internal sealed record ListRow(string Id, string Title, string? Description);

internal sealed record LinkParameters(string DisplayText, string Url);

internal sealed record TemplateBody(string Name, TemplateLanguage Language, IReadOnlyList<TemplateComponent>? Components);

internal sealed record TemplateLanguage(string Code);

/// <summary>A part of a template with what fills it; of a button also its kind and its place, which is a text.</summary>
internal sealed record TemplateComponent(
    string Type, IReadOnlyList<TemplateParameter> Parameters, string? SubType = null, string? Index = null);

/// <summary>A type, and the member of that name.</summary>
internal sealed record TemplateParameter(string Type)
{
    public string? Text { get; init; }

    public string? Payload { get; init; }

    public FileBody? Image { get; init; }

    public FileBody? Video { get; init; }

    public FileBody? Document { get; init; }

    public PlaceBody? Location { get; init; }
}

/// <summary>
/// Marks a message and all before it as read; with the indicator, also shows that we are typing an answer to it.
/// </summary>
internal sealed record ReadRequest(string MessageId, TypingIndicator? TypingIndicator)
{
    public string MessagingProduct { get; init; } = "whatsapp";

    public string Status { get; init; } = "read";
}

internal sealed record TypingIndicator(string Type = "text");

internal sealed record SentMessages(SentMessage?[]? Messages);

internal sealed record SentMessage(string? Id);

/// <summary>What uploading answers.</summary>
internal sealed record UploadedFile(string? Id);

/// <summary>Where a customer's file can be had for the next five minutes.</summary>
internal sealed record StoredFile(string? Url, string? MimeType, long? FileSize);

internal sealed record PhoneNumber(string? Id, string? QualityRating);
