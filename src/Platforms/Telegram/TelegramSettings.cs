using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Telegram;

/// <summary>The settings of a Telegram channel.</summary>
internal static class TelegramSettings
{
    public const string Token = "token";
    public const string Mode = "mode";
    public const string WebhookSecret = "webhookSecret";
    public const string BaseUrl = "baseUrl";
    public const string Certificate = "certificate";

    public const string Webhook = "webhook";
    public const string Polling = "polling";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(Token, SettingKind.Secret) { Required = true, Pattern = @"[0-9]+:[^\s/?#]+" },
        new(Mode) { Choices = [Webhook, Polling], Default = Webhook },
        new(WebhookSecret, SettingKind.Secret) { Pattern = "[A-Za-z0-9_-]{1,256}" },
        new(BaseUrl, SettingKind.TrustedUrl) { Default = "https://api.telegram.org" },
        new(Certificate),
        new(MenuLines.Setting, SettingKind.List),
    ];

    public static bool IsPolled(ChannelConnection channel) => channel.Text(Mode) == Polling;
}
