using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Instagram;

/// <summary>The settings of an Instagram channel.</summary>
internal static class InstagramSettings
{
    public const string AccessToken = "accessToken";
    public const string AccountId = "accountId";

    /// <summary>Without a <c>baseUrl</c> the token says which of Meta's two hosts it is for.</summary>
    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(AccessToken, SettingKind.Secret) { Required = true },
        new(AccountId) { Required = true, Pattern = "[0-9]+" },
        .. DirectSettings.Shared,
        new(DirectSettings.BaseUrl, SettingKind.TrustedUrl),
    ];

    /// <summary>Instagram Login gives tokens that begin with IG; those of Facebook Login are a page's.</summary>
    public static bool HasInstagramLogin(ChannelConnection channel) =>
        channel.RequiredText(AccessToken).StartsWith("IG", StringComparison.Ordinal);
}
