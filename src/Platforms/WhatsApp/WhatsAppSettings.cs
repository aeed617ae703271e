using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>The settings of a WhatsApp channel, which is one phone number.</summary>
internal static class WhatsAppSettings
{
    public const string AccessToken = "accessToken";
    public const string PhoneNumberId = "phoneNumberId";
    public const string BusinessAccountId = "businessAccountId";
    public const string AppSecret = "appSecret";
    public const string VerifyToken = "verifyToken";
    public const string ApiVersion = "apiVersion";
    public const string BaseUrl = "baseUrl";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(AccessToken, SettingKind.Secret) { Required = true, Pattern = @"\S+" },
        new(PhoneNumberId) { Required = true, Pattern = "[0-9]+" },
        new(BusinessAccountId) { Pattern = "[0-9]+" },
        new(AppSecret, SettingKind.Secret),
        new(VerifyToken, SettingKind.Secret),
        new(ApiVersion) { Pattern = @"v[0-9]+\.[0-9]+", Default = "v25.0" },
        new(BaseUrl, SettingKind.TrustedUrl) { Default = "https://graph.facebook.com" },
    ];
}
