using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Line;

/// <summary>From a webhook's bytes to what happened. Pure. Shapes: Messaging API reference, "Webhook event objects".</summary>
internal static class LineInbound
{
    public static IReadOnlyList<InboundEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var payload = JsonSerializer.Deserialize(body.Span, LineJson.Default.WebhookPayload);
            return ReadAll(payload?.Events ?? throw new UnreadableWebhookException("'events' is missing."));
        }
        catch (JsonException malformed)
        {
            // Not passed on as the inner exception: its text may quote the content.
            throw new UnreadableWebhookException($"The body is not the JSON of a webhook: look at {malformed.Path ?? "$"}.");
        }
    }

    // An event that cannot be read costs the others nothing; only where there are no others the request is put away.
    private static List<InboundEvent> ReadAll(IReadOnlyList<JsonElement> events)
    {
        List<InboundEvent> read = [];
        JsonException? unreadable = null;
        foreach (var each in events)
        {
            try
            {
                if (ToEvent(each.Deserialize(LineJson.Default.EventPayload)!) is { } happened)
                {
                    read.Add(happened);
                }
            }
            catch (JsonException malformed)
            {
                unreadable = malformed;
            }
        }

        return read.Count > 0 || unreadable is null ? read : throw unreadable;
    }

    private static InboundEvent? ToEvent(EventPayload happened) => (ChatOf(happened.Source), happened) switch
    {
        (null, _) => null, // nobody's: about the account itself
        ({ } chat, { Type: "message", Message: { Id: { } id } message }) => new InboundEvent.MessageReceived
        {
            Chat = chat,
            Id = new PlatformMessageId(id),
            From = new Profile { Id = happened.Source!.UserId },
            SentAt = TimeOf(happened),
            Content = ToContent(id, message),
            ReplyTo = message.QuotedMessageId is { } quoted ? new PlatformMessageId(quoted) : null,
        },
        ({ } chat, { Type: "postback", Postback.Data: { } data, WebhookEventId: { } id }) => new InboundEvent.MessageReceived
        {
            Chat = chat,
            Id = new PlatformMessageId(id),
            From = new Profile { Id = happened.Source!.UserId },
            SentAt = TimeOf(happened),
            Content = new MessageContent.Menu(data, data, []), // LINE does not send the label
        },
        ({ } chat, { Type: "unsend", Unsend.MessageId: { } id }) => new InboundEvent.MessageDeleted
        {
            Chat = chat,
            Id = new PlatformMessageId(id),
            DeletedAt = TimeOf(happened),
        },
        ({ } chat, { Type: "follow", WebhookEventId: { } id }) =>
            Changed(chat, id, happened, happened.Follow is { IsUnblocked: true } ? ContactEventKind.Unblocked : ContactEventKind.Subscribed),
        ({ } chat, { Type: "unfollow", WebhookEventId: { } id }) => Changed(chat, id, happened, ContactEventKind.Blocked),
        _ => null,
    };

    private static InboundEvent.ContactEvent Changed(string chat, string id, EventPayload happened, ContactEventKind kind) => new()
    {
        Chat = chat,
        Id = new PlatformMessageId(id),
        From = new Profile { Id = happened.Source!.UserId },
        Kind = kind,
        At = TimeOf(happened),
    };

    private static MessageContent ToContent(string id, MessagePayload message) => message.Type switch
    {
        "text" when message.Text is { } text => new MessageContent.Text(text),
        "image" => ToMedia(MediaKind.Image, id, message),
        "audio" => ToMedia(MediaKind.Audio, id, message),
        "video" => ToMedia(MediaKind.Video, id, message),
        "file" => ToMedia(MediaKind.File, id, message),
        "location" => new MessageContent.Location(message.Latitude, message.Longitude, message.Title),
        _ => new MessageContent.Unsupported(message.Type ?? "message"),
    };

    private static MessageContent.Media ToMedia(MediaKind kind, string id, MessagePayload message) =>
        new(kind, new Attachment { RemoteKey = id, FileName = message.FileName, Size = message.FileSize }, Caption: null);

    private static string? ChatOf(SourcePayload? source) => source?.GroupId ?? source?.RoomId ?? source?.UserId;

    private static DateTimeOffset TimeOf(EventPayload happened) => DateTimeOffset.FromUnixTimeMilliseconds(happened.Timestamp);
}
