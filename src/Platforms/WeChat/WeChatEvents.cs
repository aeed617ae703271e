using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>What a follower does besides writing, and what became of template messages (page "Receiving event pushes").</summary>
internal static class WeChatEvents
{
    private const string ScenePrefix = "qrscene_";

    public static IReadOnlyList<InboundEvent> Read(WeChatPush push, IReadOnlyList<string> menu) => push.Event switch
    {
        "subscribe" => [Contact(push, ContactEventKind.Subscribed, Scene(push["EventKey"]))],
        "unsubscribe" => [Contact(push, ContactEventKind.Unsubscribed, detail: null)],
        "scan" => [Contact(push, ContactEventKind.Scanned, push["EventKey"])],
        "view" or "view_miniprogram" => [Contact(push, ContactEventKind.Visited, push["EventKey"])],
        "click" or "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin" or "location_select" =>
            [Press(push, MenuLines.LabelOf(menu, push["EventKey"] ?? ""))],
        "scancode_push" or "scancode_waitmsg" => [Press(push, push["ScanResult"])],
        "templatesendjobfinish" => Delivery(push),

        // The first comes every five seconds while a chat is open; the others are about no follower.
        "location" or "masssendjobfinish" or "publishjobfinish" => [],
        "" => throw WeChatPush.Unreadable("an event without a name"),
        _ => [WeChatInbound.Message(push, new MessageContent.Unsupported(push.Event))],
    };

    /// <summary>Whether WeChat shows a reply that comes in the answer to this push.</summary>
    public static bool TakesReply(WeChatPush push) =>
        push.Type != "event" || push.Event is "subscribe" or "scan" or "click" or "scancode_waitmsg";

    /// <summary>An item of the account's menu: its key, and what was scanned where it is a scanner.</summary>
    private static InboundEvent.MessageReceived Press(WeChatPush push, string? label)
    {
        var key = push["EventKey"] ?? "";
        return WeChatInbound.Message(push, new MessageContent.Menu(string.IsNullOrEmpty(label) ? key : label, key, []));
    }

    private static InboundEvent.ContactEvent Contact(WeChatPush push, ContactEventKind kind, string? detail) => new()
    {
        Chat = push.From,
        Id = push.Id,
        From = new Profile(),
        Kind = kind,
        Detail = string.IsNullOrEmpty(detail) ? null : detail,
        At = push.CreatedAt,
    };

    /// <summary>The code's scene comes with a prefix when it made somebody follow, and bare when a follower scans it.</summary>
    private static string? Scene(string? key) =>
        key?.StartsWith(ScenePrefix, StringComparison.Ordinal) == true ? key[ScenePrefix.Length..] : key;

    private static InboundEvent[] Delivery(WeChatPush push)
    {
        if (push["MsgID"] is not { Length: > 0 } id)
        {
            throw WeChatPush.Unreadable("a result of no message");
        }

        var status = push["Status"] ?? "";
        var error = status switch
        {
            "success" => null,
            _ when status.Contains("user block", StringComparison.OrdinalIgnoreCase) => new SendError(
                SendErrors.Blocked, "The customer refuses messages of this account; only they can undo that."),
            _ => new SendError(SendErrors.Rejected, $"WeChat took the template message and could not deliver it: {status}."),
        };
        return
        [
            new InboundEvent.DeliveryReported
            {
                Chat = push.From,
                Id = WeChatOutcome.TemplateId(id),
                Report = error is null ? DeliveryReport.Delivered : DeliveryReport.Failed,
                Error = error,
            },
        ];
    }
}
