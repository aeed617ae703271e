namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// Whom a conversation is with: a person by telephone number (<c>380501112233</c>), by the business-scoped id of one who hides it
/// (<c>UA.10000000000000000001</c>), or a group (<c>group:…</c>). The number comes first, since echoes and most statuses know
/// only it.
/// </summary>
internal static class WhatsAppAddress
{
    private const string Group = "group:";

    public static string OfGroup(string id) => Group + id;

    /// <summary>The message made out to this chat; null when WhatsApp knows no such address.</summary>
    public static WhatsAppMessage? To(string chat, WhatsAppMessage message) => chat switch
    {
        _ when chat.StartsWith(Group, StringComparison.Ordinal) =>
            message with { RecipientType = "group", To = chat[Group.Length..] },
        _ when IsPhone(chat) => message with { To = chat },
        _ when IsUserId(chat) => message with { Recipient = chat },
        _ => null,
    };

    public static bool IsPhone(string chat) => chat.Length > 0 && chat.All(char.IsAsciiDigit);

    /// <summary>A country, a dot, and what nobody else may know.</summary>
    private static bool IsUserId(string chat) =>
        chat.Length > 3 && char.IsAsciiLetterUpper(chat[0]) && char.IsAsciiLetterUpper(chat[1]) && chat[2] == '.';
}
