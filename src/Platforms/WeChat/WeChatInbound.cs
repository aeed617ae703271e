using Rozmova.Messaging;

namespace Rozmova.Platforms.WeChat;

/// <summary>A push to what happened. Pure. Hot path: everything followers do comes by here.</summary>
internal static class WeChatInbound
{
    public static IReadOnlyList<InboundEvent> Read(WeChatPush push) =>
        push.Type == "event" ? WeChatEvents.Read(push) : [Message(push, WeChatContent.Read(push))];

    public static InboundEvent.MessageReceived Message(WeChatPush push, MessageContent content) => new()
    {
        Chat = push.From,
        Id = push.Id,
        From = new Profile(),
        SentAt = push.CreatedAt,
        Sequence = push.Sequence,
        Content = content,
    };
}
