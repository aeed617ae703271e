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
}
