using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// The bytes of one request to what happened to one phone number. Pure. Hot path: everything WhatsApp customers do comes by here.
/// A part that cannot be read is shown as unsupported where it names its sender and has an id; where not, it is left to
/// quarantine.
/// </summary>
internal static class WhatsAppInbound
{
    public static IReadOnlyList<InboundEvent> Read(string account, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text("object") == "whatsapp_business_account"
                ? Read(account, document.RootElement)
                : throw Unreadable("it is not about WhatsApp");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken JSON, text that is not Unicode. Not passed on as the inner exception, which may quote the content.
            throw Unreadable($"look at {(exception as JsonException)?.Path ?? "$"}");
        }
    }

    private static List<InboundEvent> Read(string account, JsonElement request)
    {
        List<InboundEvent> events = [];
        var hasStray = request.Member("entry") is not { ValueKind: JsonValueKind.Array };
        foreach (var item in WhatsAppEnvelope.ItemsOf(request))
        {
            if (!item.HasPlace)
            {
                hasStray = true;
            }
            else if (item.Account == account)
            {
                events.AddRange(Read(item));
            }
        }

        return hasStray && events.Count == 0 ? throw Unreadable("nothing in it has a sender and an id") : events;
    }

    private static InboundEvent[] Read(WhatsAppItem item)
    {
        if (item.Kind == WhatsAppItemKind.Status)
        {
            return WhatsAppStatus.Read(item);
        }

        MessagePayload message;
        try
        {
            message = item.Json.Deserialize(WhatsAppJson.Default.MessagePayload)!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // A member of another type than documented. What can be said is that something came, from whom, and its kind.
            message = new MessagePayload { Type = item.Json.Text("type") };
        }

        return item.Kind == WhatsAppItemKind.Echo ? WhatsAppEcho.Read(item, message) : ReadMessage(item, message);
    }

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
    private static InboundEvent[] ReadContents(WhatsAppItem item, MessagePayload message) =>
    [
        .. WhatsAppContent.ReadAll(message).Select((content, place) => new InboundEvent.MessageReceived
        {
            Chat = item.Chat!,
            Id = PartId(item.Id!, place),
            From = WhatsAppProfile.Of(item),
            SentAt = item.At,
            Sequence = place,
            Content = content,
            ReplyTo = ReplyOf(message),
        }),
    ];

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

    private static UnreadableWebhookException Unreadable(string what) => new($"The request cannot be read: {what}.");
}
