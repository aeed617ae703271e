using System.Globalization;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>What was written: by the customer, or by us elsewhere.</summary>
internal static class DirectMessages
{
    public static IReadOnlyList<InboundEvent> Read(MessagePayload message, DirectItem item, string chat, bool isOurs)
    {
        var at = DirectTime.Read(item.Timestamp);
        if (message is { IsDeleted: true, Mid: { } gone })
        {
            return [new InboundEvent.MessageDeleted { Chat = chat, Id = new PlatformMessageId(gone), DeletedAt = at }];
        }

        if (isOurs)
        {
            return ReadEcho(message, item, chat);
        }

        var contents = DirectContent.Read(message);
        var received = new InboundEvent[contents.Count];
        for (var index = 0; index < received.Length; index++)
        {
            var id = IdOf(message, item, chat, index);
            received[index] = Received(id, item, chat, contents[index], index, ReplyOf(message));
        }

        return message.Referral is { } referral ? [DirectReferral.Read(referral, item, chat), .. received] : received;
    }

    /// <summary>A pressed button of a message or of the menu, a question to begin with, or Get Started.</summary>
    public static IReadOnlyList<InboundEvent> Read(PostbackPayload postback, DirectItem item, string chat)
    {
        var id = postback.Mid is { Length: > 0 } mid ? new PlatformMessageId(mid) : DirectInbound.IdOf("postback", item, chat);
        MessageContent content = (postback.Title ?? postback.Payload) is { } label
            ? new MessageContent.Menu(label, postback.Payload, [])
            : new MessageContent.Unsupported("postback");
        var pressed = Received(id, item, chat, content);
        return postback.Referral is { } referral ? [DirectReferral.Read(referral, item, chat), pressed] : [pressed];
    }

    /// <summary>Instagram announces some messages as edits before they come; those were never changed.</summary>
    public static IReadOnlyList<InboundEvent> Read(EditPayload edit, DirectItem item, string chat) =>
        edit is not { NumEdit: > 0, Mid: { } mid, Text: { } text }
            ? []
            :
            [
                new InboundEvent.MessageEdited
                {
                    Chat = chat,
                    Id = new PlatformMessageId(mid),
                    From = new Profile(),
                    EditedAt = DirectTime.Read(item.Timestamp) ?? DateTimeOffset.UnixEpoch,
                    Content = new MessageContent.Text(text),
                },
            ];

    public static InboundEvent.MessageReceived Received(
        PlatformMessageId id, DirectItem item, string chat, MessageContent content, int sequence = 0,
        PlatformMessageId? replyTo = null) => new()
    {
        Chat = chat,
        Id = id,
        From = new Profile(), // asked for separately: messages carry ids only
        SentAt = DirectTime.Read(item.Timestamp),
        Sequence = sequence,
        Content = content,
        ReplyTo = replyTo,
    };

    /// <summary>
    /// What we sent ourselves carries our id where the platform takes one; all else was written in its own inbox.
    /// </summary>
    private static IReadOnlyList<InboundEvent> ReadEcho(MessagePayload message, DirectItem item, string chat)
    {
        var sentAt = DirectTime.Read(item.Timestamp);
        if (message.Mid is { } mid && Guid.TryParseExact(message.Metadata, "D", out var ours))
        {
            var id = new PlatformMessageId(mid);
            return [new InboundEvent.SendConfirmed { Chat = chat, Message = new MessageId(ours), Id = id, SentAt = sentAt }];
        }

        return
        [
            .. DirectContent.Read(message).Select((content, index) => new InboundEvent.MessageEchoed
            {
                Chat = chat,
                Id = IdOf(message, item, chat, index),
                SentAt = sentAt,
                Content = content,
                ReplyTo = ReplyOf(message),
            }),
        ];
    }

    /// <summary>
    /// Several attachments are several messages of ours: the first has Meta's id, the others a number behind it.
    /// </summary>
    private static PlatformMessageId IdOf(MessagePayload message, DirectItem item, string chat, int index)
    {
        var first = message.Mid is { Length: > 0 } mid ? new PlatformMessageId(mid) : DirectInbound.IdOf("message", item, chat);
        return index == 0 ? first : first with { Id = string.Create(CultureInfo.InvariantCulture, $"{first.Id}#{index}") };
    }

    private static PlatformMessageId? ReplyOf(MessagePayload message) =>
        message.ReplyTo?.Mid is { } mid ? new PlatformMessageId(mid) : null;
}
