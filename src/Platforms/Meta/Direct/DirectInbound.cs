using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// The bytes of one request to what happened to one page or account ("Messenger Platform", Webhooks; "Instagram Platform",
/// Webhooks). Pure. Hot path: everything the customers of Messenger and Instagram do comes by here.
/// </summary>
internal static class DirectInbound
{
    /// <summary>What happens between apps, or between an app and Meta: nothing a customer did.</summary>
    private static readonly FrozenSet<string> Ignored = new[]
    {
        "account_linking", "pass_thread_control", "take_thread_control", "request_thread_control", "app_roles",
        "policy_enforcement",
    }.ToFrozenSet();

    /// <summary>The accounts a request speaks of; empty where it cannot be read.</summary>
    public static IReadOnlyList<string> AccountsOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            return [.. AddressesOf(body).OfType<string>().Distinct()];
        }
        catch (UnreadableWebhookException)
        {
            // The door asks for the secrets of all channels then; the reason is told when it is read.
            return [];
        }
    }

    public static IReadOnlyList<InboundEvent> Read(string account, ReadOnlyMemory<byte> body)
    {
        List<InboundEvent> events = [];
        var (ours, others) = (0, 0);
        foreach (var entry in EntriesOf(body))
        {
            if ((entry.Messaging ?? entry.Standby) is null)
            {
                continue;
            }

            if (entry.Id != account)
            {
                others++;
                continue;
            }

            ours++;
            ReadAll(entry.Messaging ?? [], account, events);
            ReadAll(entry.Standby ?? [], account, events);
        }

        return ours == 0 && others > 0
            ? throw Unreadable("it is about another page or account than the channel's settings name")
            : events;
    }

    private static void ReadAll(DirectItem?[] items, string account, List<InboundEvent> events)
    {
        foreach (var item in items)
        {
            if (item is not null)
            {
                events.AddRange(Read(item, account));
            }
        }
    }

    /// <summary>The ids alone, without all that is read a moment later: the door does both for every request.</summary>
    private static IEnumerable<string?> AddressesOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(body.Span, DirectJson.Default.DirectEnvelope);
            return envelope?.Entry?.Select(entry => entry?.Id) ?? [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not the shape we know: what else came with it may be.
            return EntriesOf(body).Select(entry => entry.Id);
        }
    }

    private static IEnumerable<DirectEntry> EntriesOf(ReadOnlyMemory<byte> body) =>
        Parse(body).Entry?.OfType<DirectEntry>() ?? throw Unreadable("it has no entries");

    private static DirectUpdate Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, DirectJson.Default.DirectUpdate) ?? throw Unreadable("it is empty");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // A field of another type, or text that is not Unicode: whatever else came with it is saved.
            return DirectSalvage.Read(body);
        }
    }

    private static IEnumerable<InboundEvent> Read(DirectItem item, string account)
    {
        var isOurs = item.Message?.IsEcho == true || item.Sender?.Id == account;
        if ((isOurs ? item.Recipient : item.Sender)?.Id is not { Length: > 0 } chat)
        {
            return [];
        }

        return item switch
        {
            { Message: { } message } => DirectMessages.Read(message, item, chat, isOurs),
            { Postback: { } postback } => DirectMessages.Read(postback, item, chat),
            { MessageEdit: { } edit } => DirectMessages.Read(edit, item, chat),
            { Delivery: { } delivery } => DirectReceipts.Read(delivery, chat),
            { Read: { } read } => DirectReceipts.Read(read, item, chat),
            { Reaction: { } reaction } => DirectReceipts.Read(reaction, item, chat),
            { Referral: { } referral } => [DirectReferral.Read(referral, item, chat)],
            { Optin: { } optin } => [DirectReferral.Read(optin, item, chat)],
            { Others: { } others } => ReadUnknown(others, item, chat),
            _ => [],
        };
    }

    private static IEnumerable<InboundEvent> ReadUnknown(Dictionary<string, JsonElement> others, DirectItem item, string chat) =>
        others.Keys.FirstOrDefault(kind => !Ignored.Contains(kind)) is { } kind
            ? [DirectMessages.Received(IdOf(kind, item, chat), item, chat, new MessageContent.Unsupported(kind))]
            : [];

    /// <summary>The id of something Meta gives none: its kind and time. The scope tells it from Meta's own.</summary>
    internal static PlatformMessageId IdOf(string kind, DirectItem item, string chat) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{kind}-{item.Timestamp}"), chat);

    internal static UnreadableWebhookException Unreadable(string what) => new($"The request cannot be read: {what}.");
}
