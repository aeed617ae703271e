using System.Globalization;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>Telegram said no.</summary>
internal sealed record TelegramRejection(
    int Code, string Description, TimeSpan? RetryAfter = null, long? MigrateTo = null) : PlatformAnswer
{
    public override string Summary => Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether Telegram's words contain these. They are for people and may change: ask the code first.</summary>
    public bool Says(string words) => Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
