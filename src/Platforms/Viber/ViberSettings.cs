using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

/// <summary>The settings of a Viber channel.</summary>
internal static class ViberSettings
{
    public const string Token = "token";
    public const string Name = "name";
    public const string Avatar = "avatar";
    public const string Welcome = "welcome";
    public const string BaseUrl = "baseUrl";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(Token, SettingKind.Secret) { Required = true, Pattern = "[!-~]+" },
        new(Name) { Default = "Support", Pattern = ".{1,28}" },
        new(Avatar) { Pattern = @"https?://\S+" }, // Viber fetches it, not we
        new(Welcome) { Pattern = @"[\s\S]{1,7000}" },
        new(BaseUrl, SettingKind.TrustedUrl) { Default = "https://chatapi.viber.com" },
    ];
}
