using Microsoft.Extensions.DependencyInjection;
using Rozmova.Platforms.Custom;
using Rozmova.Platforms.Instagram;
using Rozmova.Platforms.Messenger;
using Rozmova.Platforms.SellerCrm;
using Rozmova.Platforms.Telegram;
using Rozmova.Platforms.TelegramUser;
using Rozmova.Platforms.Viber;
using Rozmova.Platforms.WebChat;
using Rozmova.Platforms.WeChat;
using Rozmova.Platforms.WhatsApp;

namespace Rozmova.Platforms;

/// <summary>The only list of built-in platforms: a new one is a folder and a line here.</summary>
public static class PlatformList
{
    /// <summary>Registers every built-in platform.</summary>
    public static IServiceCollection AddPlatforms(this IServiceCollection services)
    {
        services.AddTelegram();
        services.AddTelegramUser();
        services.AddViber();
        services.AddWeChat();
        services.AddWhatsApp();
        services.AddWebChat();
        services.AddMessenger();
        services.AddInstagram();
        services.AddSellerCrm();
        services.AddCustom();
        return services;
    }
}
