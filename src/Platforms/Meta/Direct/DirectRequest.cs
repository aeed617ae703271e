using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// A request taken apart, once: its entries, each of one page or account. Pure. Hot path: everything the customers of Messenger and
/// Instagram do comes by here (<c>bench/run read</c>).
/// </summary>
internal sealed class DirectRequest : IOpenedRequest
{
    private readonly DirectEntry?[] _entries;
    private readonly UnreadableWebhookException? _complaint;

    private DirectRequest(DirectEntry?[] entries, UnreadableWebhookException? complaint)
    {
        (_entries, _complaint) = (entries, complaint);
        List<string> accounts = [];
        foreach (var entry in entries)
        {
            if (entry?.Id is { } id && !accounts.Contains(id))
            {
                accounts.Add(id);
            }
        }

        Accounts = accounts;
    }

    public IReadOnlyList<string> Accounts { get; }

    public static DirectRequest Open(ReadOnlyMemory<byte> body)
    {
        try
        {
            return new DirectRequest(Parse(body)?.Entry ?? throw Unreadable("it has no entries"), complaint: null);
        }
        catch (UnreadableWebhookException complaint)
        {
            // It names nobody, so the door asks for the secrets of all channels; the reason is told when it is read.
            return new DirectRequest([], complaint);
        }
    }

    public IReadOnlyList<InboundEvent> ReadFor(string account)
    {
        if (_complaint is not null)
        {
            throw _complaint;
        }

        List<InboundEvent> events = [];
        var (ours, others) = (0, 0);
        foreach (var entry in _entries)
        {
            if (entry is null or { Messaging: null, Standby: null })
            {
                continue;
            }

            if (entry.Id != account)
            {
                others++;
                continue;
            }

            ours++;
            DirectInbound.ReadAll(entry.Messaging ?? [], account, events);
            DirectInbound.ReadAll(entry.Standby ?? [], account, events);
        }

        return ours == 0 && others > 0
            ? throw Unreadable("it is about another page or account than the channel's settings name")
            : events;
    }

    public static UnreadableWebhookException Unreadable(string what) => new($"The request cannot be read: {what}.");

    private static DirectUpdate? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, DirectJson.Default.DirectUpdate);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // A field of another type, or text that is not Unicode: whatever else came with it is saved.
            return DirectSalvage.Read(body);
        }
    }
}
