namespace Rozmova.Demo.Scenes;

/// <summary>How a messenger's scene begins: its simulator starts.</summary>
internal sealed record SceneStart(string Messenger, Func<CancellationToken, Task<IDemoScene>> StartAsync);

/// <summary>The only list of scenes: a new one is a file and a line here.</summary>
internal static class SceneList
{
    public static IReadOnlyList<SceneStart> All { get; } =
    [
        new("Telegram", TelegramScene.StartAsync),
        new("Telegram account", TelegramUserScene.StartAsync),
        new("Viber", ViberScene.StartAsync),
        new("WhatsApp", WhatsAppScene.StartAsync),
        new("Messenger", MessengerScene.StartAsync),
        new("Instagram", InstagramScene.StartAsync),
        new("WeChat", WeChatScene.StartAsync),
        new("Seller CRM", SellerCrmScene.StartAsync),
        new("Web chat", WebChatScene.StartAsync),
    ];

    /// <summary>
    /// Seconds since the beginning of 2026, where simulators begin to number: one started later goes on with higher numbers, as the real
    /// messenger would.
    /// </summary>
    public static int FirstNumber =>
        (int)(TimeProvider.System.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds;
}
