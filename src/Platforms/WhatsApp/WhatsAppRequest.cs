using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// A request taken apart, once: entries, their changes, and the lists of each. Pure. Hot path: everything WhatsApp customers do
/// comes by here (<c>bench/run read</c>).
/// </summary>
internal sealed class WhatsAppRequest : IOpenedRequest
{
    /// <summary>The account of what belongs to no channel because nobody can tell whose it is.</summary>
    private const string Nobody = "";

    private readonly List<string> _accounts = [];
    private readonly List<WhatsAppItem> _items = [];
    private readonly UnreadableWebhookException? _complaint;
    private readonly bool _hasStray;

    private WhatsAppRequest(UpdatePayload update)
    {
        _complaint = update.Object == "whatsapp_business_account" ? null : Unreadable("it is not about WhatsApp");
        foreach (var entry in update.Entry ?? [])
        {
            // An entry without changes counts as one change that cannot be read.
            foreach (var change in entry?.Changes ?? [null])
            {
                Add(change);
            }
        }

        _hasStray = update.Entry is null || _items.Exists(item => !item.HasPlace);
        foreach (var item in _items)
        {
            AddAccount(item.HasPlace ? item.Account : Nobody);
        }
    }

    private WhatsAppRequest(UnreadableWebhookException complaint) => _complaint = complaint;

    /// <summary>
    /// The phone number ids of a request. One with a part that has no place in any conversation speaks of nobody's account too,
    /// so that the door keeps it in quarantine besides reading the rest.
    /// </summary>
    public IReadOnlyList<string> Accounts => _accounts;

    public static WhatsAppRequest Open(ReadOnlyMemory<byte> body)
    {
        try
        {
            return new WhatsAppRequest(Parse(body));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken JSON, text that is not Unicode. Not kept as the inner exception, which may quote the content.
            return new WhatsAppRequest(Unreadable($"look at {(exception as JsonException)?.Path ?? "$"}"));
        }
    }

    public IReadOnlyList<InboundEvent> ReadFor(string account)
    {
        if (_complaint is not null)
        {
            throw _complaint;
        }

        List<InboundEvent> events = [];
        foreach (var item in _items)
        {
            if (item.HasPlace && item.Account == account)
            {
                events.AddRange(WhatsAppInbound.Read(item));
            }
        }

        return _hasStray && events.Count == 0 ? throw Unreadable("nothing in it has a sender and an id") : events;
    }

    private static UpdatePayload Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, WhatsAppJson.Default.UpdatePayload) ?? new UpdatePayload();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // Something of another type than documented: whatever else came with it is saved.
            return WhatsAppSalvage.Read(body);
        }
    }

    private void Add(NewsPayload? change)
    {
        var value = change?.Value;
        var account = value?.Metadata?.PhoneNumberId is { Length: > 0 } id ? id : null;
        AddAccount(account);
        foreach (var message in value?.Messages ?? [])
        {
            _items.Add(new WhatsAppItem(WhatsAppItemKind.Message, account, value!, message));
        }

        foreach (var echo in value?.MessageEchoes ?? [])
        {
            _items.Add(new WhatsAppItem(WhatsAppItemKind.Echo, account, value!, echo));
        }

        foreach (var status in value?.Statuses ?? [])
        {
            _items.Add(new WhatsAppItem(WhatsAppItemKind.Status, account, value!, Status: status));
        }

        if (IsBroken(change))
        {
            _items.Add(default);
        }
    }

    private void AddAccount(string? account)
    {
        if (account is not null && !_accounts.Contains(account))
        {
            _accounts.Add(account);
        }
    }

    /// <summary>Other fields than messages are not for us, whatever they look like; those have a shape to keep to.</summary>
    private static bool IsBroken(NewsPayload? change) => change is null
        || (change.Field is null or "" or "messages" or "smb_message_echoes" && (change.Value is null || change.HasBrokenList));

    private static UnreadableWebhookException Unreadable(string what) => new($"The request cannot be read: {what}.");
}
