namespace Rozmova.Platforms.Meta.Direct;

/// <summary>A message, or an action such as typing, to one person ("Messenger Platform", Send API).</summary>
internal sealed record SendRequest
{
    public required PartyRequest Recipient { get; init; }

    public string? MessagingType { get; init; }

    public string? Tag { get; init; }

    public MessageRequest? Message { get; init; }

    /// <summary>Beside the message, not in it.</summary>
    public ReplyRequest? ReplyTo { get; init; }

    public string? SenderAction { get; init; }

    /// <summary>Beside the action: what is reacted to.</summary>
    public ReactionRequest? Payload { get; init; }
}

internal sealed record ReactionRequest(string MessageId, string? Reaction);

internal sealed record PartyRequest(string Id);

internal sealed record ReplyRequest(string Mid);

internal sealed record MessageRequest
{
    public string? Text { get; init; }

    public AttachmentRequest? Attachment { get; init; }

    public IReadOnlyList<QuickReplyRequest>? QuickReplies { get; init; }

    public TemplateRequest? Template { get; init; }

    /// <summary>Comes back in the echo.</summary>
    public string? Metadata { get; init; }
}

/// <summary>An approved text with what fills it.</summary>
internal sealed record TemplateRequest(string Name, LanguageRequest Language, IReadOnlyList<TemplatePartRequest> Components);

internal sealed record LanguageRequest(string Code);

internal sealed record TemplatePartRequest(string Type, IReadOnlyList<TemplateInputRequest> Parameters);

internal sealed record TemplateInputRequest(string Type)
{
    public string? Text { get; init; }

    public string? Url { get; init; }

    public string? Payload { get; init; }
}

internal sealed record AttachmentRequest(string Type, AttachmentDetailsRequest Payload);

internal sealed record AttachmentDetailsRequest
{
    public string? Url { get; init; }

    public string? AttachmentId { get; init; }

    public bool? IsReusable { get; init; }

    public string? TemplateType { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<ButtonRequest>? Buttons { get; init; }

    public IReadOnlyList<CardRequest>? Elements { get; init; }
}

internal sealed record CardRequest(string Title, IReadOnlyList<ButtonRequest> Buttons);

internal sealed record ButtonRequest(string Type, string Title, string? Payload = null, string? Url = null);

internal sealed record QuickReplyRequest(string ContentType, string? Title = null, string? Payload = null);

/// <summary>An attachment to be kept at Meta and sent by its id.</summary>
internal sealed record UploadRequest(string Platform, MessageRequest Message);

/// <summary>What a page or account offers before anybody wrote ("Messenger Platform", Messenger Profile API).</summary>
internal sealed record MenuRequest
{
    public string? Platform { get; init; }

    public GetStartedRequest? GetStarted { get; init; }

    public IReadOnlyList<LocalizedActions<ButtonRequest>>? PersistentMenu { get; init; }

    public IReadOnlyList<LocalizedActions<QuestionRequest>>? IceBreakers { get; init; }
}

internal sealed record GetStartedRequest(string Payload);

internal sealed record LocalizedActions<T>(string Locale, IReadOnlyList<T> CallToActions);

/// <summary>What is to be taken away.</summary>
internal sealed record FieldsRequest(IReadOnlyList<string> Fields);

/// <summary>What of it stands at present.</summary>
internal sealed record ProfileAnswer(IReadOnlyList<OfferAnswer>? Data);

internal sealed record OfferAnswer(IReadOnlyList<LocalizedActions<ButtonRequest>>? PersistentMenu);

internal sealed record QuestionRequest(string Question, string Payload);

internal sealed record SentAnswer(string? MessageId);

internal sealed record UploadAnswer(string? AttachmentId);

/// <summary>Whom a token belongs to. Which members are there depends on the kind of token.</summary>
internal sealed record OwnerAnswer(string? Id, string? UserId, AccountReference? InstagramBusinessAccount);

internal sealed record AccountReference(string? Id);

internal sealed record PersonAnswer(string? FirstName, string? LastName, string? Name, string? Username, string? ProfilePic);
