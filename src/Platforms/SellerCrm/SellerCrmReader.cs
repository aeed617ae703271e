using System.Text.Json;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>What was read, or why it could not be.</summary>
internal readonly record struct Fetched<T>(IReadOnlyList<T> Found, PlatformAnswer? Failure)
{
    public static Fetched<T> Failed(PlatformAnswer failure) => new([], failure);
}

/// <summary>A message as the CRM wrote it, and as we read it.</summary>
internal sealed record FetchedMessage(JsonElement Raw, ChatMessage Message)
{
    public long Id => Message.Id!.Value;
}

/// <summary>Reads whole lists page by page. They move meanwhile, and hosts cut pages as they like, so what repeats is dropped.</summary>
internal sealed class SellerCrmReader(SellerCrmApi api, ILogger<SellerCrmReader> logger)
{
    private const int ChatsAtOnce = 200;
    private const int MessagesAtOnce = 100;
    private const int MostPages = 500;

    /// <summary>
    /// Chats, without repeats: those with unread messages, or all down to <paramref name="floor"/>, in seconds since 1970. The floor holds only
    /// while the list is in order.
    /// </summary>
    public async Task<Fetched<ChatLine>> ListChatsAsync(
        ChannelConnection channel, bool onlyUnread, long floor, CancellationToken cancellationToken)
    {
        var ahead = SellerCrmSettings.Ahead(channel);
        var found = new Dictionary<long, ChatLine>();
        var (blank, isSorted, last) = (0, true, long.MaxValue);
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await api.ListChatsAsync(channel, onlyUnread, page, ChatsAtOnce, cancellationToken);
            if (answer is not PlatformAnswer.Accepted { Body: var body })
            {
                return Fetched<ChatLine>.Failed(answer);
            }

            if (PlatformJson.Read(body, SellerCrmJson.Default.ChatList) is not { } list || (list.Items ?? list.Chats, list.CntPages) is (null, null))
            {
                return Fetched<ChatLine>.Failed(new SellerCrmGarbled("The CRM's answer holds no list of chats."));
            }

            var before = found.Count;
            foreach (var line in list.Items ?? list.Chats ?? [])
            {
                if (line?.Order is not > 0)
                {
                    blank++; // seen on a clone: records of nothing
                    continue;
                }

                found.TryAdd(line.Order.Value, line);
                if (SellerCrmTime.Read(line.LastDate, ahead)?.ToUnixTimeSeconds() is { } date)
                {
                    (isSorted, last) = (isSorted && date <= last, date);
                }
            }

            // A moved list repeats a line of the page before, which then seems out of order and costs no more than reading on.
            var isBelow = !onlyUnread && isSorted && last < floor;
            if (isBelow || found.Count == before || page >= list.CntPages)
            {
                break;
            }
        }

        if (blank > 0)
        {
            logger.BlankChats(channel.Id, blank);
        }

        return new Fetched<ChatLine>([.. found.Values], Failure: null);
    }

    /// <summary>
    /// Messages of a chat from an id on, in their order; 0 reads all. <paramref name="isEnough"/> ends it early.
    /// <paramref name="expected"/> is how many there are in all, where that is known.
    /// </summary>
    public async Task<Fetched<FetchedMessage>> ReadAsync(
        ChannelConnection channel, long order, long from, long expected, Func<ICollection<FetchedMessage>, bool>? isEnough,
        CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<long, FetchedMessage>();
        for (var (page, next) = (0, from); page < MostPages; page++)
        {
            var (_, failure) = await TakePageAsync(channel, order, next, to: 0, found, cancellationToken);
            if (failure is not null)
            {
                return Fetched<FetchedMessage>.Failed(failure);
            }

            var newest = found.Count == 0 ? next : found.Keys.Last();
            if (newest == next || isEnough?.Invoke(found.Values) == true)
            {
                break;
            }

            next = newest;
        }

        // A host that gives the newest of what it was asked for leaves a gap before them: the id we asked from is not there.
        var hasGap = found.Count > 0 && (from > 0 ? !found.ContainsKey(from) : found.Count < expected);
        for (var page = 0; hasGap && page < MostPages; page++)
        {
            var (fresh, failure) = await TakePageAsync(channel, order, from, found.Keys.First(), found, cancellationToken);
            if (failure is not null)
            {
                return Fetched<FetchedMessage>.Failed(failure);
            }

            hasGap = fresh > 0 && !found.ContainsKey(from);
        }

        return new Fetched<FetchedMessage>([.. found.Values], Failure: null);
    }

    private async Task<(int Fresh, PlatformAnswer? Failure)> TakePageAsync(
        ChannelConnection channel, long order, long from, long to, SortedDictionary<long, FetchedMessage> found,
        CancellationToken cancellationToken)
    {
        var answer = await api.ListMessagesAsync(channel, order, from, to, MessagesAtOnce, cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var body })
        {
            return (0, answer);
        }

        using var document = JsonDocument.Parse(body);
        var messages = document.RootElement.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object)
            .Select(element => new FetchedMessage(element.Clone(), element.Deserialize(SellerCrmJson.Default.ChatMessage)!))
            .Where(message => message.Message.Id is > 0);
        return (messages.Count(message => found.TryAdd(message.Id, message)), null);
    }
}
