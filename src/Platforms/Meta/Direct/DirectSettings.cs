using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>The settings that channels of Messenger and of Instagram have alike.</summary>
internal static class DirectSettings
{
    public const string AppSecret = "appSecret";
    public const string VerifyToken = "verifyToken";
    public const string ApiVersion = "apiVersion";
    public const string BaseUrl = "baseUrl";
    public const string IceBreakers = "iceBreakers";

    public static IReadOnlyList<SettingField> Shared { get; } =
    [
        new(AppSecret, SettingKind.Secret) { Required = true },
        new(VerifyToken, SettingKind.Secret),
        new(ApiVersion) { Default = "v25.0", Pattern = @"v[0-9]+\.[0-9]+" },
        new(MenuLines.Setting, SettingKind.List),
        new(IceBreakers, SettingKind.List),
    ];
}
