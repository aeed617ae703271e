using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rozmova.Simulators.WebChat;

/// <summary>A shop's web site with the chat on it, at an address of its own as in real life.</summary>
public sealed class ShopSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private string _widget = "";

    private ShopSite(WebApplication app)
    {
        _app = app;
        _app.Run(ServeAsync);
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>The site as <c>allowedOrigins</c> names it.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public static async Task<ShopSite> StartAsync(int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        var site = new ShopSite(builder.Build());
        await site._app.StartAsync(cancellationToken);
        return site;
    }

    /// <summary>Puts the one script tag on the page.</summary>
    public void Embed(Uri server, string channelId)
    {
        var script = HtmlEncoder.Default.Encode(new Uri(server, "/webchat.js").ToString());
        _widget = $"<script src=\"{script}\" data-channel=\"{HtmlEncoder.Default.Encode(channelId)}\" async></script>";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        if (context.Request.Path != "/")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Page().Replace("<!-- widget -->", _widget, StringComparison.Ordinal), context.RequestAborted);
    }

    private static string Page()
    {
        using var page = new StreamReader(typeof(ShopSite).Assembly.GetManifestResourceStream("shop.html")!, Encoding.UTF8);
        return page.ReadToEnd();
    }
}
