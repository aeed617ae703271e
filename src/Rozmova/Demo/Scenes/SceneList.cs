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
    /// Where simulators begin to number, from the clock: one started later goes on with higher numbers, as the real messenger would. Sixteen a
    /// second are more than a demo uses up; after two years it begins anew, as Telegram's numbers have 31 bits.
    /// </summary>
    public static int FirstNumber => (int)(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 16 / 1000 % (1 << 30));
}
