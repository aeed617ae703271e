using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.WebChat;

/// <summary>A shop's web site with the chat on it, at an address of its own as in real life.</summary>
public sealed class ShopSite : IAsyncDisposable
{
    private readonly SimulatorServer _server;
    private string _widget = "";

    private ShopSite(int port) => _server = new SimulatorServer(port, ServeAsync);

    public Uri Address => _server.Address;

    /// <summary>The site as <c>allowedOrigins</c> names it.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public static async Task<ShopSite> StartAsync(int port, CancellationToken cancellationToken)
    {
        var site = new ShopSite(port);
        await site._server.StartAsync(cancellationToken);
        return site;
    }

    /// <summary>Puts the one script tag on the page.</summary>
    public void Embed(Uri server, string channelId)
    {
        var script = HtmlEncoder.Default.Encode(new Uri(server, "/webchat.js").ToString());
        _widget = $"<script src=\"{script}\" data-channel=\"{HtmlEncoder.Default.Encode(channelId)}\" async></script>";
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Path != "/")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Page().Replace("<!-- widget -->", _widget, StringComparison.Ordinal), cancellationToken);
    }

    private static string Page()
    {
        using var page = new StreamReader(typeof(ShopSite).Assembly.GetManifestResourceStream("shop.html")!, Encoding.UTF8);
        return page.ReadToEnd();
    }
}
