using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

internal static class TelegramUserModule
{
    /// <summary>Registers Telegram accounts. TDLib is loaded when the first of them is.</summary>
    public static IServiceCollection AddTelegramUser(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection();
        services.AddOptions<TelegramUserOptions>().BindConfiguration(TelegramUserOptions.Section);
        services.TryAddSingleton<ITdJson, NativeTdJson>();
        return services
            .AddSingleton<TdClients>()
            .AddSingleton<UserSessions>()
            .AddSingleton<TelegramUserPolling>()
            .AddSingleton<TelegramUserSender>()
            .AddSingleton<TelegramUserMedia>()
            .AddSingleton<IPlatform, TelegramUserPlatform>();
    }
}
