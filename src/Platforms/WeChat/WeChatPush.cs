using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// One request of WeChat's: its elements by name, those of nested groups among them (pages "Receiving messages" and "Receiving
/// events").
/// </summary>
internal sealed class WeChatPush(Dictionary<string, string> elements)
{
    private const int LongestId = 255; // ids become keys, and databases limit those
    private const int DigestBytes = 8;
    private const long LastSecond = 253_402_300_799;

    /// <summary>The follower's OpenID.</summary>
    public string From => this["FromUserName"] is { Length: > 0 and <= LongestId } from ? from : throw Unreadable("nobody's");

    /// <summary>The account's original id, <c>gh_…</c>; not the app id.</summary>
    public string? To => this["ToUserName"];

    public string Type => this["MsgType"] is { Length: > 0 } type ? type : throw Unreadable("without a type");

    /// <summary>The event's name in lower case, for WeChat's own texts disagree about it; empty where this is no event.</summary>
    public string Event { get; } = elements.GetValueOrDefault("Event", "").ToLowerInvariant();

    public DateTimeOffset? CreatedAt =>
        long.TryParse(this["CreateTime"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>
    /// What repeats are recognised by. Only messages have an id of WeChat's; anything else is told apart by who, when and what.
    /// </summary>
    public PlatformMessageId Id =>
        this["MsgId"] is { Length: > 0 and <= LongestId } id ? new(id) : new($"{CreateTime}-{Digest()}", From);

    /// <summary>WeChat numbers messages; the number says nothing in an event.</summary>
    public long Sequence =>
        long.TryParse(this["MsgId"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string CreateTime => this["CreateTime"] is { Length: > 0 and <= 20 } time ? time : "0";

    /// <summary>An element's text; null when it is not there.</summary>
    public string? this[string name] => elements.GetValueOrDefault(name);

    public double? Number(string name) =>
        double.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    public static UnreadableWebhookException Unreadable(string what) => new($"The push cannot be read: it is {what}.");

    /// <summary>Two events of one follower can fall into one second, so their names and keys count too.</summary>
    private string Digest()
    {
        var what = string.Join('\n', Type, Event, this["EventKey"], this["MsgID"], this["Content"], this["MediaId"]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, DigestBytes));
    }
}
