using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;

namespace Rozmova.Workspace.Live;

/// <summary>Has the server hand its WebSocket the connection through a <see cref="SharedStream"/>, and remembers that for the feed.</summary>
internal sealed class SharedUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    /// <summary>The connection, once it is a WebSocket's.</summary>
    public SharedStream? Stream { get; private set; }

    public async Task<Stream> UpgradeAsync() => Stream = new SharedStream(await inner.UpgradeAsync());
}

/// <summary>Where the live feed stands in the order a request passes.</summary>
public static class LiveApplication
{
    /// <summary>WebSockets, those of the live feed on a connection that it shares with them.</summary>
    public static void UseLive(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(LiveEndpoint.Address) && context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            {
                context.Features.Set<IHttpUpgradeFeature>(new SharedUpgrade(upgrade));
            }

            return next(context);
        });
        app.UseWebSockets();
    }
}
