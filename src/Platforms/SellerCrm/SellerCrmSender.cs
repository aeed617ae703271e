using System.Collections.Concurrent;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>
/// Sends. The CRM answers without an id, so 1) we look what stands in the chat, 2) lay the file ready, 3) send, and 4) find our words behind
/// what stood there. The same look settles a call that was cut off. What is not to be found yet is recognised when polling brings it.
/// </summary>
internal sealed class SellerCrmSender(SellerCrmApi api, SellerCrmReader reader, SellerCrmUpload uploads, TimeProvider time)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>The newest message we know of in a chat: spares reading all of it.</summary>
    private readonly ConcurrentDictionary<(ChannelId Channel, long Order), long> _newest = [];

    /// <summary>What stood last in the chat before an attempt of which nobody knows what became.</summary>
    private readonly ConcurrentDictionary<MessageId, long> _unclear = [];

    public async Task<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (SellerCrmOutbound.Refusal(channel, message) is { } refusal || !SellerCrmOutbound.TryOrder(message.Chat, out var order))
        {
            return new SendOutcome.Refused(SellerCrmOutbound.Refusal(channel, message)!);
        }

        var attempt = new Attempt(channel, order, message);
        var (before, known) = await LookBeforeAsync(attempt, cancellationToken); // 1
        if (known is not null)
        {
            return known;
        }

        JsonElement? file = null;
        if (message.Content is MessageContent.Media media)
        {
            (file, var failure) = await uploads.UploadAsync(channel, message, media, cancellationToken); // 2
            if (failure is not null)
            {
                return SellerCrmOutcome.OfPreparation(failure);
            }
        }

        Remember(_unclear, message.Id, before);
        var answer = await api.SendAsync(channel, order, SellerCrmOutbound.Write(message.Content, file), cancellationToken); // 3
        return await ConcludeAsync(attempt, before, answer, cancellationToken); // 4
    }

    /// <summary>The last message before ours; or the outcome, where an earlier attempt arrived after all or nothing can be sent now.</summary>
    private async Task<(long Before, SendOutcome? Known)> LookBeforeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var isAgain = _unclear.TryGetValue(attempt.Message.Id, out var before);
        var from = isAgain ? before : _newest.GetValueOrDefault((attempt.Channel.Id, attempt.Order));
        var (found, failure) = await reader.ReadAsync(attempt.Channel, attempt.Order, from, expected: 0, isEnough: null, cancellationToken);
        if (failure is not null)
        {
            return (0, SellerCrmOutcome.OfPreparation(failure));
        }

        if (isAgain && Find(attempt, before, found) is { } arrived)
        {
            return (before, Arrived(attempt, arrived));
        }

        return (found.Count == 0 ? from : found[^1].Id, null);
    }

    private async Task<SendOutcome> ConcludeAsync(Attempt attempt, long before, PlatformAnswer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case PlatformAnswer.Accepted:
                _unclear.TryRemove(attempt.Message.Id, out _);
                return await FindAsync(attempt, before, Looks, cancellationToken) ?? new SendOutcome.Taken();
            case SellerCrmAway or SellerCrmGarbled or PlatformAnswer.Unanswered:
                return await FindAsync(attempt, before, Looks[..1], cancellationToken) ?? SellerCrmOutcome.OfSend(answer);
            default:
                _unclear.TryRemove(attempt.Message.Id, out _);
                return SellerCrmOutcome.OfSend(answer);
        }
    }

    /// <summary>Our message in the chat; null where it is not there, or cannot be looked for.</summary>
    private async Task<SendOutcome?> FindAsync(Attempt attempt, long before, TimeSpan[] looks, CancellationToken cancellationToken)
    {
        foreach (var wait in looks)
        {
            await Task.Delay(wait, time, cancellationToken);
            var (found, failure) = await reader.ReadAsync(
                attempt.Channel, attempt.Order, before, expected: 0, all => Find(attempt, before, all) is not null, cancellationToken);
            if (failure is not null)
            {
                return null;
            }

            if (Find(attempt, before, found) is { } arrived)
            {
                return Arrived(attempt, arrived);
            }
        }

        return null;
    }

    private SendOutcome.Sent Arrived(Attempt attempt, long id)
    {
        _unclear.TryRemove(attempt.Message.Id, out _);
        Remember(_newest, (attempt.Channel.Id, attempt.Order), id);
        return new SendOutcome.Sent(SellerCrmInbound.IdOf(attempt.Order, id));
    }

    private static long? Find(Attempt attempt, long before, IEnumerable<FetchedMessage> shown) => shown
        .Where(message => message.Id > before && SellerCrmOutbound.IsOurs(attempt.Message.Content, message.Message))
        .Select(message => (long?)message.Id)
        .FirstOrDefault();

    /// <summary>What is forgotten costs a longer look; so a memory that is full may begin anew.</summary>
    private static void Remember<TKey>(ConcurrentDictionary<TKey, long> memory, TKey key, long value)
        where TKey : notnull
    {
        if (memory.Count >= MostRemembered)
        {
            memory.Clear();
        }

        memory[key] = value;
    }

    private sealed record Attempt(ChannelConnection Channel, long Order, OutboundMessage Message);
}
