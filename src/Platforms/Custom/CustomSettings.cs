using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Custom;

internal static class CustomSettings
{
    public const string CallbackUrl = "callbackUrl";
    public const string Secret = "secret";

    public static readonly IReadOnlyList<SettingField> Fields =
    [
        new(CallbackUrl, SettingKind.Url),
        new(Secret, SettingKind.Secret) { Required = true },
    ];
}
