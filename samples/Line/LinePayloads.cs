using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Line;

/// <summary>What LINE posts: several events, each read on its own so that one that cannot be read costs no other.</summary>
internal sealed record WebhookPayload(IReadOnlyList<JsonElement>? Events);

internal sealed record EventPayload
{
    public string? Type { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long Timestamp { get; init; }

    public SourcePayload? Source { get; init; }

    /// <summary>The same when LINE delivers an event again.</summary>
    public string? WebhookEventId { get; init; }

    public MessagePayload? Message { get; init; }

    public PostbackPayload? Postback { get; init; }

    public UnsendPayload? Unsend { get; init; }

    public FollowPayload? Follow { get; init; }
}

internal sealed record SourcePayload(string? UserId, string? GroupId, string? RoomId);

internal sealed record PostbackPayload(string? Data);

internal sealed record UnsendPayload(string? MessageId);

internal sealed record FollowPayload(bool IsUnblocked);

internal sealed record MessagePayload
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? QuotedMessageId { get; init; }

    public string? FileName { get; init; }

    public long? FileSize { get; init; }

    public string? Title { get; init; }

    public double Latitude { get; init; }

    public double Longitude { get; init; }
}

internal sealed record PushPayload(string To, IReadOnlyList<OutgoingPayload> Messages);

/// <summary>A message object; members that are null are not written.</summary>
internal sealed record OutgoingPayload(string Type)
{
    public string? Text { get; init; }

    public Uri? OriginalContentUrl { get; init; }

    public Uri? PreviewImageUrl { get; init; }

    public string? Title { get; init; }

    public string? Address { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public QuickReplyPayload? QuickReply { get; init; }
}

internal sealed record QuickReplyPayload(IReadOnlyList<QuickReplyItem> Items);

internal sealed record QuickReplyItem(ActionPayload Action, string Type = "action");

internal sealed record ActionPayload(string Type, string Label)
{
    public string? Data { get; init; }

    public string? DisplayText { get; init; }

    public string? Uri { get; init; }
}

/// <summary>The answer to a push: also to a repeated one, where it names what was sent the first time.</summary>
internal sealed record PushedPayload(IReadOnlyList<SentPayload>? SentMessages, string? Message);

internal sealed record SentPayload(string? Id);

internal sealed record ProfilePayload(string? DisplayName, string? PictureUrl, string? Language);

internal sealed record EndpointPayload(Uri Endpoint);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookPayload))]
[JsonSerializable(typeof(EventPayload))]
[JsonSerializable(typeof(PushPayload))]
[JsonSerializable(typeof(PushedPayload))]
[JsonSerializable(typeof(ProfilePayload))]
[JsonSerializable(typeof(EndpointPayload))]
internal sealed partial class LineJson : JsonSerializerContext;
