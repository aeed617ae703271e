using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>The settings of a Telegram account.</summary>
internal static class TelegramUserSettings
{
    public const string ApiId = "apiId";
    public const string ApiHash = "apiHash";
    public const string Phone = "phone";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(ApiId, SettingKind.Number) { Required = true },
        new(ApiHash, SettingKind.Secret) { Required = true, Pattern = "[0-9a-fA-F]{32}" },
        new(Phone) { Pattern = @"\+?[0-9 ()-]{5,25}" },
    ];
}
