namespace Rozmova.Messaging;

/// <summary>
/// The platform's own id of a message. <paramref name="Id"/> is what the API shows; <paramref name="Scope"/> says inside
/// what it is unique: empty for the whole channel, the chat for a platform that numbers messages per chat (Telegram).
/// </summary>
public readonly record struct PlatformMessageId(string Id, string Scope = "")
{
    /// <summary>
    /// Unique per channel: what deduplication, replies, edits and receipts look a message up by. The id comes first: ids grow, so new keys
    /// lie side by side in the index instead of in a page per chat.
    /// </summary>
    public string Key => Scope.Length == 0 ? Id : $"{Id}/{Scope}";

    /// <summary>Most entries one message of a platform is told as.</summary>
    public const int MostParts = 32;

    /// <summary>
    /// Where a platform sends several files in one message, each is an entry: the first bears the message's own id, the others its parts 1,
    /// 2, …. Deleting the message deletes them all.
    /// </summary>
    public PlatformMessageId Part(int index) => index == 0 ? this : this with { Id = $"{Id}#{index}" };

    /// <summary>The message this is a part of; null where it is none.</summary>
    public PlatformMessageId? Whole => Id.LastIndexOf('#') is > 0 and var mark ? this with { Id = Id[..mark] } : null;
}
