using System.Globalization;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>The settings of a seller's channel, and what they mean.</summary>
internal static class SellerCrmSettings
{
    public const string SellerId = "sellerId";
    public const string ApiKey = "apiKey";
    public const string LinkKey = "linkKey";
    public const string BaseUrl = "baseUrl";
    public const string PollSeconds = "pollSeconds";
    public const string MaxFileBytes = "maxFileBytes";
    public const string TimeZone = "timeZone";

    private const long LongestPoll = 24 * 60 * 60;

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(SellerId, SettingKind.Number) { Required = true },
        new(ApiKey, SettingKind.Secret) { Required = true },
        // Without it no signal is believed, and polling alone brings the news.
        new(LinkKey, SettingKind.Secret),
        new(BaseUrl, SettingKind.TrustedUrl) { Default = "https://api.digiseller.com" },
        new(PollSeconds, SettingKind.Number) { Default = "30" },
        new(MaxFileBytes, SettingKind.Number) { Default = "5000000" },
        new(TimeZone) { Default = "+03:00", Pattern = @"[+-]([01]\d|2[0-3]):[0-5]\d" },
    ];

    public static TimeSpan PollPause(ChannelConnection channel) =>
        TimeSpan.FromSeconds(Math.Clamp(channel.Number(PollSeconds) ?? 30, 1, LongestPoll));

    public static long LargestFile(ChannelConnection channel) => channel.Number(MaxFileBytes) ?? 5_000_000;

    /// <summary>How far the CRM's clock, whose times name no zone, is ahead of UTC.</summary>
    public static TimeSpan Ahead(ChannelConnection channel)
    {
        var text = channel.Text(TimeZone) ?? "+03:00";
        var ahead = TimeSpan.ParseExact(text.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture);
        return text[0] == '-' ? -ahead : ahead;
    }
}

/// <summary>Whom we are to the CRM. A changed key is another account: its token begins anew.</summary>
internal readonly record struct SellerCrmAccount(string BaseUrl, long SellerId, string ApiKey)
{
    public static SellerCrmAccount Of(ChannelConnection channel) => new(
        channel.RequiredText(SellerCrmSettings.BaseUrl),
        channel.Number(SellerCrmSettings.SellerId) ?? 0,
        channel.RequiredText(SellerCrmSettings.ApiKey));

    public override string ToString() => nameof(SellerCrmAccount);
}
