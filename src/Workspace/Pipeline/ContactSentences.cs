using Rozmova.Messaging;

namespace Rozmova.Workspace.Pipeline;

/// <summary>What a conversation says of what its customer did besides writing.</summary>
internal static class ContactSentences
{
    public static MessageContent.Event Of(InboundEvent.ContactEvent happened)
    {
        var (key, sentence) = happened.Kind switch
        {
            ContactEventKind.Blocked => ("blocked", "The customer blocked the bot. Nothing can be sent until they come back."),
            ContactEventKind.Unblocked => ("unblocked", "The customer unblocked the bot."),
            ContactEventKind.Started => ("started", "The customer opened the chat."),
            ContactEventKind.Subscribed => ("subscribed", "The customer subscribed."),
            ContactEventKind.Unsubscribed => ("unsubscribed", "The customer unsubscribed. Nothing can be sent until they come back."),
            ContactEventKind.Scanned => ("scanned", "The customer scanned a code."),
            ContactEventKind.Visited => ("visited", "The customer opened a page from the menu."),
            _ => throw new InvalidOperationException($"No sentence for {happened.Kind}."),
        };
        return new MessageContent.Event(key, happened.Detail is { Length: > 0 } detail ? $"{sentence} {detail}" : sentence);
    }

    /// <summary>Whether nothing can be sent from then on; null when it says nothing of that.</summary>
    public static bool? Blocks(ContactEventKind kind) => kind switch
    {
        ContactEventKind.Blocked or ContactEventKind.Unsubscribed => true,
        ContactEventKind.Unblocked or ContactEventKind.Started or ContactEventKind.Subscribed => false,
        _ => null,
    };
}
