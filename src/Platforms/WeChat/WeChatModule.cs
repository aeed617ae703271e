using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

internal static class WeChatModule
{
    private const long LargestAnswer = 1024 * 1024;

    /// <summary>Registers WeChat, and the HTTP clients for it and for the addresses it gives for films.</summary>
    public static IServiceCollection AddWeChat(this IServiceCollection services) => services
        .AddPlatformHttpClient(WeChatClient.Name, LargestAnswer)
        .AddGuardedHttpClient()
        .AddSingleton<WeChatClient>()
        .AddSingleton<WeChatTokens>()
        .AddSingleton<WeChatApi>()
        .AddSingleton<WeChatReplies>()
        .AddSingleton<WeChatTemplates>()
        .AddSingleton<WeChatSender>()
        .AddSingleton<WeChatMenu>()
        .AddSingleton<WeChatConnector>()
        .AddSingleton<WeChatMedia>()
        .AddSingleton<WeChatProfiles>()
        .AddSingleton<IPlatform, WeChatPlatform>();
}
