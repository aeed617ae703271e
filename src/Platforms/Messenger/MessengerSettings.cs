using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Messenger;

/// <summary>The settings of a Messenger channel.</summary>
internal static class MessengerSettings
{
    public const string PageAccessToken = "pageAccessToken";
    public const string PageId = "pageId";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(PageAccessToken, SettingKind.Secret) { Required = true },
        new(PageId) { Required = true, Pattern = "[0-9]+" },
        .. DirectSettings.Shared,
        new(DirectSettings.BaseUrl, SettingKind.TrustedUrl) { Default = "https://graph.facebook.com" },
    ];
}
