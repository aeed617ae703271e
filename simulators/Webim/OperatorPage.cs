using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Webim;

/// <summary>
/// The page on which a person plays the operator: every visitor's chat, which loads itself anew, with a line to answer in. No scripts.
/// </summary>
internal static class OperatorPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'";

    private const string Style = """
        body{font:15px system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2733;background:#f4f6f8}
        section{background:#fff;border:1px solid #d9e0e6;border-radius:8px;padding:1rem;margin:1rem 0}
        p{margin:.3rem 0;white-space:pre-wrap;overflow-wrap:anywhere} p.ours{text-align:right;color:#0b5cad}
        iframe{width:100%;height:14rem;border:0} body.chat{margin:0;background:#fff}
        form{display:flex;gap:.5rem;margin-top:.8rem} input{flex:1;font:inherit;padding:.4rem}
        button{font:inherit;padding:.4rem .9rem}
        """;

    public static async Task HandleAsync(WebimSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        var chat = FindVisitor(simulator, context.Request.Query["visitor"].ToString());
        if (context.Request.Path != "/" && (context.Request.Path != "/chat" || chat is null))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (HttpMethods.IsPost(context.Request.Method))
        {
            await SpeakAsync(simulator, context, cancellationToken);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(chat is null ? Render(simulator) : Render(chat), cancellationToken);
    }

    private static async Task SpeakAsync(WebimSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        // A form of this page only: another site's would let its visitors speak here.
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && origin != $"{context.Request.Scheme}://{context.Request.Host}")
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (FindVisitor(simulator, form["visitor"].ToString()) is { } visitor && form["text"].ToString().Trim() is { Length: > 0 } text)
        {
            await (form["act"] == "note" ? visitor.WhisperAsync(text, cancellationToken) : visitor.ReplyAsync(text, cancellationToken));
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/";
    }

    private static WebimVisitor? FindVisitor(WebimSimulator simulator, string id) =>
        simulator.Accounts.Select(account => account.FindVisitor(id)).FirstOrDefault(found => found is not null);

    private static string Render(WebimSimulator simulator)
    {
        var page = Begin("<body><h1>Webim, simulated</h1><p><a href=\"/\">Look for new visitors</a></p>");
        foreach (var visitor in simulator.Accounts.SelectMany(account => account.Visitors))
        {
            var id = Escape(visitor.Id);
            page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Escape(NameOf(visitor))}</h2>")
                .Append(CultureInfo.InvariantCulture, $"<iframe title=Chat src=\"/chat?visitor={Uri.EscapeDataString(visitor.Id)}\"></iframe>")
                .Append(CultureInfo.InvariantCulture, $"<form method=post><input type=hidden name=visitor value=\"{id}\">")
                .Append("<input name=text autocomplete=off aria-label=Answer><button>Send</button><button name=act value=note>Note</button></form></section>");
        }

        return page.ToString();
    }

    private static string Render(WebimVisitor visitor)
    {
        var page = Begin("<meta http-equiv=refresh content=2><body class=chat>");
        foreach (var message in visitor.Messages.Reverse())
        {
            var words = message.Text ?? (string?)message.Json["data"]?["name"] ?? message.Kind;
            page.Append(message.FromVisitor ? "<p>" : "<p class=ours>").Append(Escape(words)).Append("</p>");
        }

        return page.ToString();
    }

    private static StringBuilder Begin(string body) =>
        new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8><title>Webim, simulated</title><style>")
            .Append(Style).Append("</style>").Append(body);

    private static string NameOf(WebimVisitor visitor) => (string?)visitor.Fields?["display_name"] ?? visitor.Id;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
