using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Delivery;

/// <summary>How the state of an outbound message may go on: only forward. A receipt proves a message arrived, whatever we thought before.</summary>
public static class MessageStates
{
    /// <summary>The state after a platform's report; null when it changes nothing.</summary>
    public static MessageStatus? Advance(MessageStatus? current, DeliveryReport report) => (current, report) switch
    {
        (null or MessageStatus.Received, _) => null,
        (MessageStatus.Read, _) => null,
        (_, DeliveryReport.Read) => MessageStatus.Read,
        (MessageStatus.Delivered, _) => null,
        (_, DeliveryReport.Delivered) => MessageStatus.Delivered,
        (MessageStatus.Failed, _) => null,
        (_, DeliveryReport.Failed) => MessageStatus.Failed,
        _ => null,
    };

    /// <summary>The state once the platform has shown us our own message; null when that is no news.</summary>
    public static MessageStatus? Confirm(MessageStatus? current) =>
        current is MessageStatus.Queued or MessageStatus.Sending or MessageStatus.Unknown ? MessageStatus.Sent : null;

    /// <summary>The message after a receipt for it, or for all that was sent until a moment; null when that is no news.</summary>
    public static Message? After(Message message, InboundEvent receipt) => receipt switch
    {
        InboundEvent.DeliveryReported reported when Advance(message.Status, reported.Report) is { } status => message with
        {
            Status = status,
            Error = status == MessageStatus.Failed ? reported.Error : null,
        },
        InboundEvent.WatermarkReported passed when message.SentAt <= passed.UpTo && message.Status is MessageStatus.Sent or MessageStatus.Delivered
            && Advance(message.Status, passed.Report) is { } status => message with { Status = status },
        _ => null,
    };
}
