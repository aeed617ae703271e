using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rozmova.Line.Tests.Simulator;

/// <summary>As much of the Messaging API as the sample uses, on a free port of loopback.</summary>
internal sealed class LineSimulator : IAsyncDisposable
{
    private const string Bearer = "Bearer ";

    private readonly ConcurrentDictionary<string, SimulatedAccount> _accounts = [];
    private readonly WebApplication _app;

    private LineSimulator()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/v2/bot/info", context => WithAccountAsync(context, _ => context.Response.WriteAsync("{}")));
        _app.MapPut("/v2/bot/channel/webhook/endpoint", context => WithAccountAsync(context, account => SubscribeAsync(context, account)));
        _app.MapGet("/v2/bot/profile/{person}", context => WithAccountAsync(context, _ => TellAsync(context)));
        _app.MapPost("/v2/bot/message/push", context => WithAccountAsync(context, account => PushAsync(context, account)));
        _app.MapGet("/v2/bot/message/{id}/content", context => WithAccountAsync(context, account => GiveAsync(context, account)));
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<LineSimulator> StartAsync()
    {
        var simulator = new LineSimulator();
        await simulator._app.StartAsync();
        return simulator;
    }

    public SimulatedAccount AddAccount(TimeProvider time)
    {
        var account = new SimulatedAccount($"token-{_accounts.Count}", time);
        return _accounts[account.Token] = account;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var account in _accounts.Values)
        {
            account.Dispose();
        }
    }

    private Task WithAccountAsync(HttpContext context, Func<SimulatedAccount, Task> answer)
    {
        var token = context.Request.Headers.Authorization.ToString();
        return token.StartsWith(Bearer, StringComparison.Ordinal)
            && _accounts.TryGetValue(token[Bearer.Length..], out var account) && account.Trouble is not Trouble.TokenExpired
            ? answer(account)
            : RefuseAsync(context, HttpStatusCode.Unauthorized, "Authentication failed. Confirm that the access token in the authorization header is valid.");
    }

    private static async Task SubscribeAsync(HttpContext context, SimulatedAccount account)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.Body);
        account.Webhook = new Uri((string)body!["endpoint"]!);
        await context.Response.WriteAsync("{}");
    }

    private static Task TellAsync(HttpContext context) =>
        context.Response.WriteAsJsonAsync(new { displayName = "Olena", userId = (string?)context.Request.RouteValues["person"], language = "uk" });

    private static async Task PushAsync(HttpContext context, SimulatedAccount account)
    {
        var push = await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.Body);
        var trouble = account.Trouble;
        account.Trouble = null;
        switch (trouble)
        {
            case Trouble.UnknownChat:
                await RefuseAsync(context, HttpStatusCode.BadRequest, "Failed to send messages");
                return;
            case Trouble.RateLimited:
                await RefuseAsync(context, HttpStatusCode.TooManyRequests, "The API rate limit has been exceeded. Try again later.");
                return;
            case Trouble.ServerError:
                await RefuseAsync(context, HttpStatusCode.InternalServerError, "Internal server error");
                return;
        }

        var (status, id) = account.Accept(push!, context.Request.Headers["X-Line-Retry-Key"].ToString());
        if (trouble is Trouble.NoAnswer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)status;
        await context.Response.WriteAsJsonAsync(new { sentMessages = new[] { new { id, quoteToken = "q" } } });
    }

    private static async Task GiveAsync(HttpContext context, SimulatedAccount account)
    {
        var file = account.Files[(string)context.Request.RouteValues["id"]!];
        context.Response.ContentType = file.MimeType;
        context.Response.ContentLength = file.Content.Length;
        await context.Response.BodyWriter.WriteAsync(file.Content);
    }

    private static Task RefuseAsync(HttpContext context, HttpStatusCode status, string message)
    {
        context.Response.StatusCode = (int)status;
        return context.Response.WriteAsJsonAsync(new { message });
    }
}
