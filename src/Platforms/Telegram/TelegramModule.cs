using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

internal static class TelegramModule
{
    private const long LargestAnswer = 16 * 1024 * 1024; // getUpdates stops at about 4 MB

    /// <summary>Registers Telegram and its HTTP client.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services) => services
        .AddPlatformHttpClient(TelegramClient.Name, LargestAnswer)
        .AddSingleton<TelegramClient>()
        .AddSingleton<TelegramSender>()
        .AddSingleton<TelegramMenu>()
        .AddSingleton<TelegramConnector>()
        .AddSingleton<TelegramPolling>()
        .AddSingleton<TelegramMedia>()
        .AddSingleton<IPlatform, TelegramPlatform>();
}
