using Rozmova.Messaging;

namespace Rozmova.Platforms.Custom;

/// <summary>Reads what became of a message: edited, taken back, reacted to, delivered, read; and that somebody types.</summary>
internal static class CustomEvents
{
    /// <summary>Null where it is a message.</summary>
    public static InboundEvent? Read(InboundPayload payload) => payload.Type switch
    {
        EventTypes.Edit => new InboundEvent.MessageEdited
        {
            Chat = ChatOf(payload),
            Id = TargetOf(payload),
            From = new Profile { Name = payload.From?.Name },
            EditedAt = TimeOf(payload),
            Content = CustomInbound.ToContent(payload.Content),
        },
        EventTypes.Delete => new InboundEvent.MessageDeleted
        {
            Chat = ChatOf(payload),
            Id = TargetOf(payload),
            DeletedAt = payload.SentAt,
        },
        EventTypes.Reaction => new InboundEvent.ReactionsChanged
        {
            Chat = ChatOf(payload),
            Id = TargetOf(payload),
            Own = OwnOf(payload),
            Emojis = payload.Emoji is { Length: > 0 } emoji ? [emoji] : [],
            At = TimeOf(payload),
        },
        EventTypes.Delivered => Receipt(payload, DeliveryReport.Delivered),
        EventTypes.Read => Receipt(payload, DeliveryReport.Read),
        EventTypes.Typing => new InboundEvent.Typing { Chat = ChatOf(payload) },
        _ => null,
    };

    /// <summary>Of one message, or of all that were sent until a moment.</summary>
    private static InboundEvent Receipt(InboundPayload payload, DeliveryReport report) => payload.Message is null
        ? new InboundEvent.WatermarkReported { Chat = ChatOf(payload), Report = report, UpTo = TimeOf(payload) }
        : new InboundEvent.DeliveryReported { Chat = ChatOf(payload), Id = TargetOf(payload), Own = OwnOf(payload), Report = report };

    private static string ChatOf(InboundPayload payload) => CustomInbound.RequiredId(payload.From?.Id, "from.id");

    private static PlatformMessageId TargetOf(InboundPayload payload) => new(CustomInbound.RequiredId(payload.Message, "message"));

    // The receiver may have given ours an id of its own, by which we do not know it here.
    private static MessageId? OwnOf(InboundPayload payload) => Guid.TryParse(payload.Message, out var id) ? new MessageId(id) : null;

    // Reading is pure, so a missing time cannot be now.
    private static DateTimeOffset TimeOf(InboundPayload payload) => payload.SentAt ?? throw CustomInbound.Missing("sentAt");
}
