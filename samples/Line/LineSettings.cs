using Rozmova.Messaging.Platforms;

namespace Rozmova.Line;

/// <summary>The settings of a channel.</summary>
internal static class LineSettings
{
    public const string AccessToken = "accessToken";
    public const string ChannelSecret = "channelSecret";
    public const string BaseUrl = "baseUrl";
    public const string FilesUrl = "filesUrl";

    public static readonly IReadOnlyList<SettingField> Fields =
    [
        new(AccessToken, SettingKind.Secret) { Required = true },
        new(ChannelSecret, SettingKind.Secret) { Required = true },
        new(BaseUrl, SettingKind.TrustedUrl) { Default = "https://api.line.me" },
        new(FilesUrl, SettingKind.TrustedUrl) { Default = "https://api-data.line.me" },
    ];
}
