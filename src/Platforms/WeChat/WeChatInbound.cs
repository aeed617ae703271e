using Rozmova.Messaging;

namespace Rozmova.Platforms.WeChat;

/// <summary>A push to what happened. Pure. Hot path: everything followers do comes by here.</summary>
internal static class WeChatInbound
{
    /// <param name="push">What happened.</param>
    /// <param name="menu">The lines of the account's menu: WeChat tells the key of a pressed one and not its label.</param>
    public static IReadOnlyList<InboundEvent> Read(WeChatPush push, IReadOnlyList<string> menu) =>
        push.Type == "event" ? WeChatEvents.Read(push, menu) : [Message(push, WeChatContent.Read(push))];

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
