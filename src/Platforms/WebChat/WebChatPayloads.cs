namespace Rozmova.Platforms.WebChat;

/// <summary>What our endpoints hand in, and the journal keeps: one thing a visitor did.</summary>
internal sealed record VisitorBody
{
    public const string Message = "message";
    public const string Press = "press";
    public const string File = "file";
    public const string Typing = "typing";
    public const string Delivered = "delivered";
    public const string Read = "read";

    public required string Type { get; init; }

    /// <summary>Whose chat it is.</summary>
    public required string Visitor { get; init; }

    /// <summary>The widget's own id of the message: the same each time it is sent.</summary>
    public string? Id { get; init; }

    public string? Text { get; init; }

    public string? Key { get; init; }

    public string? Language { get; init; }

    public FilePayload? Attachment { get; init; }

    /// <summary>The messages a receipt is about.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }
}

/// <summary>A file in the media folder.</summary>
internal sealed record FilePayload(Guid MediaId, string? MimeType, string? FileName, long? Size);

/// <summary>A frame from the widget.</summary>
internal sealed record WidgetFrame
{
    public string? Type { get; init; }

    /// <summary>Of <c>hello</c>: who the visitor is; absent for a new one.</summary>
    public string? Token { get; init; }

    /// <summary>Of <c>hello</c>: the language the widget speaks.</summary>
    public string? Language { get; init; }

    public string? Id { get; init; }

    public string? Text { get; init; }

    public string? Key { get; init; }

    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>Of <c>history</c>: the oldest message the widget has.</summary>
    public Guid? Before { get; init; }
}

/// <summary>A frame to the widget; which members it has depends on its type.</summary>
internal sealed record ServerFrame(string Type)
{
    public string? Token { get; init; }

    public MessagePayload? Message { get; init; }

    public IReadOnlyList<MessagePayload>? Messages { get; init; }

    public bool? More { get; init; }

    public int? Unread { get; init; }

    public string? Id { get; init; }

    public string? Code { get; init; }

    /// <summary>Milliseconds to wait before trying again.</summary>
    public int? Wait { get; init; }
}

/// <summary>A message as the widget gets it.</summary>
internal sealed record MessagePayload
{
    public required Guid Id { get; init; }

    /// <summary>The id the widget gave it.</summary>
    public string? ClientId { get; init; }

    public required bool Mine { get; init; }

    public string? Name { get; init; }

    public required DateTime At { get; init; }

    public required ContentPayload Content { get; init; }

    public Guid? ReplyTo { get; init; }

    public bool? Edited { get; init; }

    public bool? Deleted { get; init; }

    /// <summary><c>delivered</c> or <c>read</c>: what this side has reported.</summary>
    public string? Report { get; init; }
}

/// <summary>A content in the shape of the HTTP API.</summary>
internal sealed record ContentPayload(string Type)
{
    public string? Text { get; init; }

    public string? Url { get; init; }

    public string? MimeType { get; init; }

    public string? FileName { get; init; }

    public long? Size { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<ButtonPayload>? Buttons { get; init; }
}

internal sealed record ButtonPayload(string Text, string? Key, string? Url);

/// <summary>What a widget needs to know before anybody writes.</summary>
internal sealed record SettingsPayload(
    string? Title, string Colour, string? Greeting, bool Open, string? Away,
    DateTimeOffset? OpensAt, int LongestText, long LargestFile);
