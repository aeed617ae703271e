using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

internal static class WhatsAppModule
{
    /// <summary>Registers WhatsApp, and the HTTP clients for Meta and for the addresses Meta gives for files.</summary>
    public static IServiceCollection AddWhatsApp(this IServiceCollection services) => services
        .AddMetaClient()
        .AddGuardedHttpClient()
        .AddSingleton<WhatsAppClient>()
        .AddSingleton<WhatsAppSender>()
        .AddSingleton<WhatsAppConnector>()
        .AddSingleton<WhatsAppMedia>()
        .AddSingleton<WhatsAppReceipts>()
        .AddSingleton<WhatsAppTemplates>()
        .AddSingleton<IPlatform, WhatsAppPlatform>();
}
