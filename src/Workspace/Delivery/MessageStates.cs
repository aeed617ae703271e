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
}
