using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Net;
using Rozmova.Platforms.Http;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

internal static class WebimModule
{
    private const long LargestAnswer = 256 * 1024;

    /// <summary>Registers Webim, and the HTTP clients for it and for the addresses it gives for files.</summary>
    public static IServiceCollection AddWebim(this IServiceCollection services) => services
        .AddPlatformHttpClient(WebimClient.Name, LargestAnswer)
        .AddGuardedHttpClient()
        .AddSingleton<WebimClient>()
        .AddSingleton<WebimMarks>()
        .AddSingleton<PassingButtons>()
        .AddSingleton<WebimKeyboards>()
        .AddSingleton<WebimVisitors>()
        .AddSingleton<WebimNotes>()
        .AddSingleton<WebimMailer>()
        .AddSingleton<VisitorMessages>()
        .AddSingleton<OperatorContents>()
        .AddSingleton<OperatorAnswers>()
        .AddSingleton<WebimChats>()
        .AddSingleton<WebimReception>()
        .AddSingleton<WebimPlanner>()
        .AddSingleton<IDesk, WebimDesk>();
}
