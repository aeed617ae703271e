using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// What somebody of ours did in the WhatsApp Business app, where the number is used in both ("Onboarding WhatsApp Business app
/// users", smb_message_echoes). What we send by the API is not echoed.
/// </summary>
internal static class WhatsAppEcho
{
    public static InboundEvent[] Read(WhatsAppItem item, MessagePayload message) => message switch
    {
        { Type: "edit", Edit: { OriginalMessageId: { } target, Message: { } edited } } =>
            [WhatsAppInbound.ReadEdit(item, target, edited)],
        { Type: "revoke", Revoke.OriginalMessageId: { } target } => [WhatsAppInbound.ReadRevoke(item, target)],
        { Type: "reaction", Reaction: { Emoji: { Length: > 0 } emoji, MessageId: { } target } } =>
            [Echo(item, 0, new MessageContent.Text(emoji), new PlatformMessageId(target))],
        { Type: "reaction" } => [], // taken back: there is no way to show it, and nobody misses it
        _ =>
        [
            .. WhatsAppContent.ReadAll(message)
                .Select((content, place) => Echo(item, place, content, WhatsAppInbound.ReplyOf(message))),
        ],
    };

    private static InboundEvent.MessageEchoed Echo(
        WhatsAppItem item, int place, MessageContent content, PlatformMessageId? replyTo) => new()
    {
        Chat = item.Chat!,
        Id = WhatsAppInbound.PartId(item.Id!, place),
        SentAt = item.At,
        Content = content,
        ReplyTo = replyTo,
    };
}
