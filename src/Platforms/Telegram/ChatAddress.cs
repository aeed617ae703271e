using System.Globalization;

namespace Rozmova.Platforms.Telegram;

/// <summary>
/// Where a conversation is: a chat, in it perhaps a forum topic, or a chat of a business account that lent us its connection.
/// Written as <c>chat</c>, <c>chat/topic</c> or <c>chat@connection</c>.
/// </summary>
internal readonly record struct ChatAddress(long Chat, long? Topic = null, string? Connection = null)
{
    /// <summary>
    /// What message ids are unique in: the chat with all its topics. A business account counts apart from the bot,
    /// though the other side is the same person.
    /// </summary>
    public string Scope => (this with { Topic = null }).ToString();

    public static bool TryParse(string text, out ChatAddress address)
    {
        var connectionAt = text.IndexOf('@', StringComparison.Ordinal);
        var connection = connectionAt < 0 ? null : text[(connectionAt + 1)..];
        var place = connectionAt < 0 ? text : text[..connectionAt];
        var topicAt = place.IndexOf('/', StringComparison.Ordinal);
        var topic = 0L;
        address = default;
        if (!TryNumber(topicAt < 0 ? place : place[..topicAt], out var chat) ||
            (topicAt >= 0 && !TryNumber(place[(topicAt + 1)..], out topic)))
        {
            return false;
        }

        address = new ChatAddress(chat, topicAt < 0 ? null : topic, connection);
        return true;
    }

    public override string ToString() => (Topic, Connection) switch
    {
        (null, null) => Chat.ToString(CultureInfo.InvariantCulture),
        ({ } topic, null) => string.Create(CultureInfo.InvariantCulture, $"{Chat}/{topic}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Chat}@{Connection}"),
    };

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
