using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Platforms.Tests.Telegram;

/// <summary>Answers what the test says, call by call, for what the simulated Telegram would never say.</summary>
internal sealed class ScriptedBotApi : IAsyncDisposable
{
    private readonly ConcurrentQueue<(int Status, string Body)> _answers;
    private readonly ConcurrentQueue<(string Path, JsonObject Body)> _calls = [];
    private readonly WebApplication _app;

    private ScriptedBotApi(IEnumerable<(int Status, string Body)> answers)
    {
        _answers = new ConcurrentQueue<(int, string)>(answers);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri BaseUrl => new(_app.Urls.First());

    public IReadOnlyList<(string Path, JsonObject Body)> Calls => [.. _calls];

    public static async Task<ScriptedBotApi> StartAsync(params (int Status, string Body)[] answers)
    {
        var api = new ScriptedBotApi(answers);
        await api._app.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = context.Request.HasJsonContentType() ? await JsonNode.ParseAsync(context.Request.Body) : new JsonObject();
        _calls.Enqueue((context.Request.Path, body!.AsObject()));
        var (status, answer) = _answers.TryDequeue(out var next) ? next : (418, "the script is over");
        context.Response.StatusCode = status;
        if (status is 301 or 302)
        {
            context.Response.Headers.Location = "/elsewhere";
        }

        await context.Response.WriteAsync(answer);
    }
}
