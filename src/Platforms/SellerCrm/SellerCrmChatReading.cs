using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>What came of looking into a chat: what to hand over, and how far it is read now.</summary>
internal sealed record ChatNews(IReadOnlyList<ReadOnlyMemory<byte>> Updates, ChatPlace Place, PlatformAnswer? Failure = null);

/// <summary>Reads what is new in one chat: messages behind the last one known, what was taken back, what the buyer has seen.</summary>
internal sealed class SellerCrmChatReading(SellerCrmReader reader, TimeProvider time)
{
    private const int MostInUpdate = 200;

    /// <summary>So long we look whether a buyer has seen a message of ours.</summary>
    public static readonly TimeSpan Curiosity = TimeSpan.FromDays(7);

    public async Task<ChatNews> ReadAsync(
        ChannelConnection channel, WantedChat wanted, SellerCrmOffset offset, CancellationToken cancellationToken)
    {
        var ahead = SellerCrmSettings.Ahead(channel);
        var known = offset.Chats.GetValueOrDefault(wanted.Order);
        var place = known ?? new ChatPlace(0, 0, 0, 0, 0);
        var from = place.Unseen > 0 ? Math.Min(place.Unseen, place.LastId) : place.LastId;
        var (found, failure) = await reader.ReadAsync(
            channel, wanted.Order, from, wanted.Line?.Messages ?? 0, isEnough: null, cancellationToken);
        var isNew = found.Any(message => message.Id > place.LastId);
        if (failure is null && !isNew && place.LastId > 0 && MayHaveLost(wanted, place))
        {
            // Something changed and nothing came: older messages may have been taken back.
            (found, failure) = await reader.ReadAsync(
                channel, wanted.Order, from: 0, wanted.Line?.Messages ?? 0, isEnough: null, cancellationToken);
        }

        var after = PlaceAfter(wanted.Line, place, found, ahead);
        if (failure is not null || (place.LastId == 0 && IsFirstNotice(found)))
        {
            return new ChatNews([], after with { LastId = place.LastId, Unseen = place.Unseen }, failure);
        }

        // Of a chat without a place all up to the cut is known, or older than the history we read.
        var told = found.Where(message => IsNews(message, place))
            .Where(message => known is not null || DateOf(message, ahead) is not { } date || date >= offset.Cut)
            .ToList();
        var history = offset.Since is null ? HistoryIn(found, wanted.Line?.Unread ?? 0, offset.ConnectedAt, ahead) : 0;
        return new ChatNews(
            [.. told.Chunk(MostInUpdate).Select(part => SellerCrmInbound.Write(
                wanted.Order, wanted.Line?.Email, history, part.Select(message => message.Raw)))],
            after);
    }

    /// <summary>How far a chat is read when nothing in it was worth reading, or could be.</summary>
    public static ChatPlace PlaceAfter(ChatLine? line, ChatPlace? place, TimeSpan ahead) => new(
        place?.LastId ?? 0,
        line is null ? place?.Date ?? 0 : SecondsOf(line.LastDate, ahead) ?? 0,
        line is null ? place?.Messages ?? 0 : line.Messages ?? 0,
        line is null ? place?.Unread ?? 0 : line.Unread ?? 0,
        place?.Unseen ?? 0);

    public static long? SecondsOf(string? date, TimeSpan ahead) => SellerCrmTime.Read(date, ahead)?.ToUnixTimeSeconds();

    private ChatPlace PlaceAfter(ChatLine? line, ChatPlace place, IReadOnlyList<FetchedMessage> found, TimeSpan ahead)
    {
        var oldest = (time.GetUtcNow() - Curiosity).ToUnixTimeSeconds();
        var unseen = found.Where(message => message.Message is { IsFromSeller: true, IsDeleted: false, DateSeen: null or "" }
            && DateOf(message, ahead) >= oldest);
        return PlaceAfter(line, place, ahead) with
        {
            LastId = Math.Max(place.LastId, found.Count == 0 ? 0 : found[^1].Id),
            Unseen = unseen.Select(message => message.Id).FirstOrDefault(),
        };
    }

    private static bool MayHaveLost(WantedChat wanted, ChatPlace place) =>
        wanted.IsHinted || (wanted.Line is { Messages: { } count } && count != place.Messages);

    private static bool IsNews(FetchedMessage message, ChatPlace place) => message.Id > place.LastId
        || message.Message.IsDeleted
        || (message.Message is { IsFromSeller: true, DateSeen: not (null or "") } && place.Unseen > 0 && message.Id >= place.Unseen);

    /// <summary>The shop's own first words to every buyer, which nobody has answered.</summary>
    private static bool IsFirstNotice(IReadOnlyList<FetchedMessage> found) => found is [{ Message: { IsFromSeller: true } }];

    /// <summary>
    /// On first connection: up to which message all is history. New are the buyer's last ones that the seller has not read, and whatever was
    /// written since.
    /// </summary>
    private static long HistoryIn(IReadOnlyList<FetchedMessage> found, long unread, long connectedAt, TimeSpan ahead)
    {
        var fresh = found.Where(message => message.Message.IsFromBuyer).TakeLast((int)Math.Clamp(unread, 0, int.MaxValue))
            .Concat(found.Where(message => DateOf(message, ahead) > connectedAt))
            .Select(message => message.Id)
            .DefaultIfEmpty(long.MaxValue)
            .Min();
        return fresh - 1;
    }

    private static long? DateOf(FetchedMessage message, TimeSpan ahead) => SecondsOf(message.Message.DateWritten, ahead);
}
