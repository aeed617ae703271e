using Rozmova.Messaging;

namespace Rozmova.Platforms.Telegram;

/// <summary>The bot's standing in a chat: a person blocked or unblocked it, or a group removed it or took it in.</summary>
internal static class TelegramMembership
{
    public static InboundEvent[] Read(MembershipChange change, long updateId)
    {
        var wasOut = IsOut(change.OldChatMember);
        var isOut = IsOut(change.NewChatMember);
        return wasOut == isOut ? [] : [Turn(change, updateId, isOut ? ContactEventKind.Blocked : ContactEventKind.Unblocked)];
    }

    private static InboundEvent.ContactEvent Turn(MembershipChange change, long updateId, ContactEventKind kind)
    {
        var chat = new ChatAddress(TelegramInbound.IdOf(change.Chat)).ToString();
        var from = change.From ?? throw TelegramInbound.Unreadable("a change of membership without a person");
        return new InboundEvent.ContactEvent
        {
            Chat = chat,
            Id = TelegramInbound.UpdateIdOf(updateId, chat),
            From = TelegramProfile.Of(from, change.Chat),
            Kind = kind,
            At = TelegramInbound.TimeOf(change.Date),
        };
    }

    private static bool IsOut(Membership? membership) => membership?.Status is "kicked" or "left";
}
