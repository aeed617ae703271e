using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>The settings of an official account's channel.</summary>
internal static class WeChatSettings
{
    public const string AppId = "appId";
    public const string AppSecret = "appSecret";
    public const string Token = "token";
    public const string EncodingAesKey = "encodingAesKey";
    public const string BaseUrl = "baseUrl";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(AppId) { Required = true },
        new(AppSecret, SettingKind.Secret) { Required = true },
        new(Token, SettingKind.Secret) { Required = true },
        // While a key is being replaced: the new one, a comma, the old one.
        new(EncodingAesKey, SettingKind.Secret) { Pattern = "[A-Za-z0-9]{43}(,[A-Za-z0-9]{43})?" },
        new(MenuLines.Setting, SettingKind.List),
        new(BaseUrl, SettingKind.TrustedUrl) { Default = "https://api.weixin.qq.com" },
    ];
}
