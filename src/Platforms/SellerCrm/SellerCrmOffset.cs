using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>How far a chat has been read. Times are seconds since 1970.</summary>
/// <param name="LastId">The newest message that was handed over; 0 for none.</param>
/// <param name="Date">Of the list when that was: its last message, 0 where it told none.</param>
/// <param name="Messages">Of the list: how many there were.</param>
/// <param name="Unread">Of the list: how many the seller had not read.</param>
/// <param name="Unseen">Our oldest message that the buyer has not seen yet; 0 for none.</param>
internal sealed record ChatPlace(long LastId, long Date, long Messages, long Unread, long Unseen);

/// <summary>
/// What the poller keeps across restarts. It stays small: of a chat that was quiet for long nothing needs to be known but that all of it
/// up to <see cref="Cut"/> was handed over.
/// </summary>
internal sealed record SellerCrmOffset
{
    private const int MostChats = 500;
    private const long Overlap = 60 * 60;

    /// <summary>History is read so far back.</summary>
    private static readonly TimeSpan History = TimeSpan.FromDays(30);

    /// <summary>When the channel first looked.</summary>
    public required long ConnectedAt { get; init; }

    /// <summary>Everything before was handed over, or is older than the history we read: of a chat that is not listed here.</summary>
    public required long Cut { get; init; }

    /// <summary>The newest message of the last list that was read to its end; null while the first one is being read.</summary>
    public long? Since { get; init; }

    public IReadOnlyDictionary<long, ChatPlace> Chats { get; init; } = new Dictionary<long, ChatPlace>();

    /// <summary>How far down the whole list has to be read: its order is not to the second.</summary>
    [JsonIgnore]
    public long Floor => (Since ?? Cut) - Overlap;

    public static SellerCrmOffset Begin(DateTimeOffset now) => new()
    {
        ConnectedAt = now.ToUnixTimeSeconds(),
        Cut = (now - History).ToUnixTimeSeconds(),
    };

    public static SellerCrmOffset? Parse(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, SellerCrmJson.Default.SellerCrmOffset);

    public override string ToString() => JsonSerializer.Serialize(this, SellerCrmJson.Default.SellerCrmOffset);

    public SellerCrmOffset With(long order, ChatPlace place) =>
        this with { Chats = new Dictionary<long, ChatPlace>(Chats) { [order] = place } };

    /// <summary>
    /// Once all up to <paramref name="since"/> is handed over: forgets the places of the longest quiet chats where there are too many. None of
    /// the last hour goes, so that no message of the same second as <see cref="Cut"/> can still come.
    /// </summary>
    public SellerCrmOffset CaughtUp(long since)
    {
        var known = Math.Max(since, Since ?? 0);
        var kept = Chats.OrderByDescending(chat => chat.Value.Date)
            .Where((chat, index) => index < MostChats || chat.Value.Date >= known - Overlap)
            .ToDictionary();
        var gone = Chats.Where(chat => !kept.ContainsKey(chat.Key)).Select(chat => chat.Value.Date).DefaultIfEmpty(0).Max();
        return this with { Since = known, Chats = kept, Cut = Math.Max(Cut, gone) };
    }
}
