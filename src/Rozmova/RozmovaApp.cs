using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Rozmova.Desks;
using Rozmova.Platforms;
using Rozmova.Plugins;
using Rozmova.Storage;
using Rozmova.Workspace;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.CannedReplies;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Channels.Polling;
using Rozmova.Workspace.Chats;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Drafts;
using Rozmova.Workspace.Hours;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Labels;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Orders;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Scheduling;
using Rozmova.Workspace.Settings;
using Rozmova.Workspace.Statistics;
using Rozmova.Workspace.Telemetry;
using Rozmova.Workspace.Views;

namespace Rozmova;

/// <summary>The whole program, put together: what it consists of, and in which order a request passes it.</summary>
public static class RozmovaApp
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    // A little over what a webhook may carry, so that its door can say 413 itself. The API takes less, media says how much it takes.
    private const long MostBytes = (4 * 1024 * 1024) + (64 * 1024);

    /// <param name="args">Configuration as <c>--Key=value</c>.</param>
    /// <param name="configure">Has the last word over what is registered.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        AddHost(builder);
        var log = new StartLog(builder.Logging);
        AddFeatures(builder.Services);
        builder.AddPlugins(); // behind all of the above: they may use it, and may not replace it
        configure?.Invoke(builder);
        var app = builder.Build();
        log.Watch(app.Lifetime);
        app.UseWebhooks();
        app.UseDesks();
        app.UseForwardedHeaders(); // believed from a proxy on this machine only
        app.UseSecurityHeaders();
        app.UseLive();
        app.UseApi();
        app.UseConsole();
        app.MapWebhooks();
        app.MapMetrics();
        app.MapSignedMedia();
        app.MapRelayedFiles();
        app.MapServingPlatforms();
        MapFeatures(app.MapApi());
        return app;
    }

    private static void AddHost(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        builder.Services.AddOptions<RozmovaOptions>().BindConfiguration(RozmovaOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RozmovaOptions>, RozmovaOptionsValidator>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    private static void AddFeatures(IServiceCollection services)
    {
        services.AddTelemetry();
        services.AddStorage();
        services.AddHostedService<MigrationAtStart>(); // before every other hosted service: they read what it makes
        services.AddLive();
        services.AddApi();
        services.AddPlatforms();
        services.AddDeskKinds();
        services.AddChannels();
        services.AddOperators();
        services.AddConversations();
        services.AddOrders();
        services.AddCannedReplies();
        services.AddScheduling();
        services.AddDelivery();
        services.AddMedia();
        services.AddRelay();
        services.AddChats();
        services.AddIntake(); // behind all of the above: what an earlier run left is replayed into it
        services.AddPolling();
        services.AddDesks();
        services.AddConsole();
        services.AddQuarantine();
        services.AddStatistics();
        services.AddHours();
        services.AddHostedService<IdleMemory>();
    }

    private static void MapFeatures(IEndpointRouteBuilder api)
    {
        api.MapChannels();
        api.MapDesks();
        api.MapDeskKinds();
        api.MapOperators();
        api.MapConversations();
        api.MapOrders();
        api.MapDrafts();
        api.MapScheduled();
        api.MapCannedReplies();
        api.MapMedia();
        api.MapContacts();
        api.MapQuarantine();
        api.MapAudit();
        api.MapStats();
        api.MapLabels();
        api.MapHours();
        api.MapSettings();
        api.MapViews();
        api.MapLive();
    }
}
