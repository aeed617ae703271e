using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// One thing that a request tells to what happened. Pure. Hot path. What cannot be read is shown as unsupported where it names its
/// sender and has an id; where not, it is left to quarantine.
/// </summary>
internal static class WhatsAppInbound
{
    public static IReadOnlyList<InboundEvent> Read(WhatsAppItem item) => item switch
    {
        { Status: { } status } => WhatsAppStatus.Read(item, status),
        { Kind: WhatsAppItemKind.Echo, Message: { } echo } => WhatsAppEcho.Read(item, echo),
        { Message: { } message } => ReadMessage(item, message),
        _ => [],
    };

    private static InboundEvent[] ReadMessage(WhatsAppItem item, MessagePayload message) => message switch
    {
        { Type: "reaction", Reaction.MessageId: { } target } => [ReadReaction(item, target, message.Reaction.Emoji)],
        { Type: "edit", Edit: { OriginalMessageId: { } target, Message: { } edited } } => [ReadEdit(item, target, edited)],
        { Type: "revoke", Revoke.OriginalMessageId: { } target } => [ReadRevoke(item, target)],
        { Type: "system", System: { } system } when NewAddressOf(system) is { } address => [ReadMove(item, system, address)],
        { Type: "request_welcome" } => [Started(item, detail: null)],
        _ when WhatsAppReferral.DetailOf(message) is { } detail => [Started(item, detail), .. ReadContents(item, message)],
        _ => ReadContents(item, message),
    };

    /// <summary>Almost always one; several shared cards are a message each.</summary>
    private static InboundEvent[] ReadContents(WhatsAppItem item, MessagePayload message)
    {
        var contents = WhatsAppContent.ReadAll(message);
        var events = new InboundEvent[contents.Count];
        for (var place = 0; place < events.Length; place++)
        {
            events[place] = new InboundEvent.MessageReceived
            {
                Chat = item.Chat!,
                Id = PartId(item.Id!, place),
                From = WhatsAppProfile.Of(item),
                SentAt = item.At,
                Sequence = place,
                Content = contents[place],
                ReplyTo = ReplyOf(message),
            };
        }

        return events;
    }

    private static InboundEvent.ReactionsChanged ReadReaction(WhatsAppItem item, string target, string? emoji) => new()
    {
        Chat = item.Chat!,
        Id = new PlatformMessageId(target),
        Emojis = string.IsNullOrEmpty(emoji) ? [] : [emoji],
        At = item.At ?? DateTimeOffset.UnixEpoch,
    };

    internal static InboundEvent.MessageEdited ReadEdit(WhatsAppItem item, string target, MessagePayload edited) => new()
    {
        Chat = item.Chat!,
        Id = new PlatformMessageId(target),
        From = WhatsAppProfile.Of(item),
        EditedAt = item.At ?? DateTimeOffset.UnixEpoch,
        Content = WhatsAppContent.Read(edited),
        ReplyTo = ReplyOf(edited),
    };

    internal static InboundEvent.MessageDeleted ReadRevoke(WhatsAppItem item, string target) => new()
    {
        Chat = item.Chat!,
        Id = new PlatformMessageId(target),
        DeletedAt = item.At,
    };

    /// <summary>
    /// A changed number moves the conversation that goes by the number, a changed id the one that goes by the id.
    /// </summary>
    private static InboundEvent.ChatMoved ReadMove(WhatsAppItem item, SystemPayload system, string address) => new()
    {
        Chat = WhatsAppAddress.IsPhone(address) ? item.Chat! : system.PreviousUserId ?? item.Chat!,
        NewChat = address,
    };

    private static string? NewAddressOf(SystemPayload system) => system.Type switch
    {
        "user_changed_number" or "customer_changed_number" => system.WaId ?? system.NewWaId,
        "user_changed_user_id" => system.UserId,
        _ => null,
    };

    private static InboundEvent.ContactEvent Started(WhatsAppItem item, string? detail) => new()
    {
        Chat = item.Chat!,
        Id = new PlatformMessageId($"{item.Id}#start"),
        From = WhatsAppProfile.Of(item),
        Kind = ContactEventKind.Started,
        Detail = detail,
        At = item.At,
    };

    internal static PlatformMessageId? ReplyOf(MessagePayload message) =>
        string.IsNullOrEmpty(message.Context?.Id) ? null : new PlatformMessageId(message.Context.Id);

    /// <summary>The first part goes by the message's own id, which replies and reactions speak of.</summary>
    internal static PlatformMessageId PartId(string id, int place) => new(place == 0 ? id : $"{id}#{place + 1}");
}
