using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Desks.Webim;

/// <summary>What Webim tells us. Ids may be texts or numbers; what is missing is null.</summary>
internal sealed record WebimCallback
{
    public const string NewMessage = "new_message";
    public const string ChatStarted = "chat_started";
    public const string ChatAssigned = "chat_assigned";
    public const string ChatClosed = "chat_closed";

    /// <summary>What happened; a new message where it does not say.</summary>
    public required string Event { get; init; }

    /// <summary>All ids of the visitor there are, ours and Webim's, in the order in which they are looked at.</summary>
    public required IReadOnlyList<string> VisitorIds { get; init; }

    public string? ChatId { get; init; }

    /// <summary>What was said; null where nothing was.</summary>
    public WebimSaid? Said { get; init; }

    public string? OperatorId { get; init; }

    public string? OperatorName { get; init; }

    /// <summary>Reads a body; null when it is no JSON object, or its texts are none.</summary>
    public static WebimCallback? Read(ReadOnlyMemory<byte> body, IReadOnlyList<string> visitorIdFields)
    {
        try
        {
            return WebimJson.Read(body) is { } json ? Of(json, visitorIdFields) : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, which JSON can spell and no text can hold.
            return null;
        }
    }

    private static WebimCallback Of(JsonElement json, IReadOnlyList<string> visitorIdFields) => new()
    {
        Event = json.TextAt("event") ?? NewMessage,
        VisitorIds = [.. visitorIdFields.Select(field => json.IdAt(field)).OfType<string>().Distinct()],
        ChatId = json.IdAt("chat_id") ?? json.IdAt("chat.id") ?? json.IdAt("message.chatId"),
        Said = WebimSaid.Read(json),
        OperatorId = json.IdAt("chat.operator.id") ?? json.IdAt("message.operator.id") ?? json.IdAt("operator.id"),
        OperatorName = json.TextAt("chat.operator.name") ?? json.TextAt("message.operator.name")
            ?? json.TextAt("operator.name") ?? json.TextAt("message.name"),
    };

    /// <inheritdoc/>
    public override string ToString() => Event;
}

/// <summary>One message of a chat.</summary>
internal sealed record WebimSaid
{
    /// <summary>Webim's id of it; null in the oldest form, which has none.</summary>
    public string? Id { get; init; }

    /// <summary>Its kind. The oldest forms have none: there it is an operator's word or file.</summary>
    public required string Kind { get; init; }

    public string? Text { get; init; }

    /// <summary>Its file; null where it has none.</summary>
    public WebimFile? File { get; init; }

    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The words it answers.</summary>
    public string? Quote { get; init; }

    public bool IsEdited { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>The message of a callback: an object, a bare text, or a text beside the visitor.</summary>
    public static WebimSaid? Read(JsonElement callback)
    {
        var message = callback.At("message");
        if (message.ValueKind != JsonValueKind.Object)
        {
            return (callback.TextAt("message") ?? callback.TextAt("text")) is { } bare
                ? new WebimSaid { Kind = WebimKinds.Operator, Text = bare }
                : null;
        }

        var file = WebimFile.Read(message.At("data"));
        return new WebimSaid
        {
            Id = message.IdAt("id"),
            Kind = message.TextAt("kind") ?? (file is null ? WebimKinds.Operator : WebimKinds.OperatorFile),
            Text = message.TextAt("text") ?? callback.TextAt("text"),
            File = file,
            Buttons = ReadButtons(message.At("buttons") is { ValueKind: JsonValueKind.Array } beside ? beside : message.At("data.buttons")),
            Quote = message.TextAt("quote.message.text") ?? message.TextAt("quote.text"),
            IsEdited = message.IsSetAt("edited"),
            IsDeleted = message.IsSetAt("deleted"),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Id}";

    // Rows of buttons, or one row without its brackets.
    private static List<Button> ReadButtons(JsonElement buttons) => buttons.ValueKind != JsonValueKind.Array
        ? []
        : [.. buttons.EnumerateArray()
            .SelectMany(row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().ToArray() : [row])
            .Select(button => (Text: button.TextAt("text"), Id: button.TextAt("id")))
            .Where(button => button.Text is not null)
            .Select(button => new Button(button.Text!, button.Id ?? button.Text))];
}

/// <summary>An operator's file, in either form Webim has for it.</summary>
internal sealed record WebimFile(string? Address, string? Name, string? Type, bool IsReady)
{
    public static WebimFile? Read(JsonElement data)
    {
        var mobile = data.At("file");
        if (mobile.ValueKind == JsonValueKind.Object)
        {
            var about = mobile.At("desc");
            return new WebimFile(
                about.TextAt("url") ?? data.TextAt("url"), about.TextAt("filename"), about.TextAt("content_type"),
                mobile.TextAt("state") is null or "ready");
        }

        return data.TextAt("url") is { } address
            ? new WebimFile(address, data.TextAt("name"), data.TextAt("media_type"), IsReady: true)
            : null;
    }

    /// <summary>Names nothing: its address lets anybody have it.</summary>
    public override string ToString() => nameof(WebimFile);
}
