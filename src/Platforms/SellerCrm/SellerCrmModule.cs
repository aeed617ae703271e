using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

internal static class SellerCrmModule
{
    private const long LargestAnswer = 8 * 1024 * 1024;

    /// <summary>Registers the CRM, and the HTTP clients for it and for the files of its chats.</summary>
    public static IServiceCollection AddSellerCrm(this IServiceCollection services) => services
        .AddPlatformHttpClient(SellerCrmClient.Name, LargestAnswer)
        .AddGuardedHttpClient()
        .AddSingleton<SellerCrmClient>()
        .AddSingleton<SellerCrmTokens>()
        .AddSingleton<SellerCrmApi>()
        .AddSingleton<SellerCrmReader>()
        .AddSingleton<SellerCrmChatReading>()
        .AddSingleton<SellerCrmHints>()
        .AddSingleton<SellerCrmPolling>()
        .AddSingleton<SellerCrmUpload>()
        .AddSingleton<SellerCrmSender>()
        .AddSingleton<SellerCrmConnector>()
        .AddSingleton<SellerCrmMedia>()
        .AddSingleton<SellerCrmOrders>()
        .AddSingleton<IPlatform, SellerCrmPlatform>();
}
