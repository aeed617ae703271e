using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Custom;

/// <summary>What comes in.</summary>
internal sealed record InboundPayload
{
    public string? Id { get; init; }

    /// <summary>What happened; absent of a message.</summary>
    public string? Type { get; init; }

    public PersonPayload? From { get; init; }

    /// <summary>The message an event is about: their id of a customer's, ours of one we sent.</summary>
    public string? Message { get; init; }

    /// <summary>A reaction; null takes it back.</summary>
    public string? Emoji { get; init; }

    /// <summary>A <see cref="ContentPayload"/> if its type is one we know.</summary>
    public JsonElement Content { get; init; }

    [JsonConverter(typeof(IsoTimeConverter))]
    public DateTimeOffset? SentAt { get; init; }

    public string? ReplyTo { get; init; }
}

/// <summary>What goes out.</summary>
internal sealed record OutboundPayload
{
    public required string Id { get; init; }

    public required PersonPayload To { get; init; }

    public required string ConversationId { get; init; }

    public required ContentPayload Content { get; init; }

    public required DateTime SentAt { get; init; }

    public string? ReplyTo { get; init; }
}

/// <summary>What goes out besides messages, where the channel asks for it.</summary>
internal sealed record EventPayload
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required PersonPayload To { get; init; }

    /// <summary>As in <see cref="InboundPayload.Message"/>.</summary>
    public string? Message { get; init; }

    public ContentPayload? Content { get; init; }

    public string? Emoji { get; init; }

    public required DateTime SentAt { get; init; }
}

internal sealed record PersonPayload
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>The part of a content every type has.</summary>
internal sealed record TypedPayload
{
    public string? Type { get; init; }
}

/// <summary>A message's content as the HTTP API writes it.</summary>
internal sealed record ContentPayload
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Url { get; init; }

    public string? MimeType { get; init; }

    public string? FileName { get; init; }

    public long? Size { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<ButtonPayload?>? Buttons { get; init; }

    public string? Key { get; init; }
}

internal sealed record ButtonPayload
{
    public string? Text { get; init; }

    public string? Key { get; init; }

    public string? Url { get; init; }

    public string? Request { get; init; }
}

/// <summary>What the receiver may answer.</summary>
internal sealed record ReceiptPayload
{
    /// <summary>Its own id of the message, text or number.</summary>
    public JsonElement Id { get; init; }
}
