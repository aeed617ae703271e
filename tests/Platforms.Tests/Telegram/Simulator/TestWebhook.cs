using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Platforms.Tests.Telegram.Simulator;

/// <summary>Somewhere to deliver to: it answers 503 the first times, then 200 with a given body.</summary>
internal sealed class TestWebhook : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _secrets = [];
    private readonly ConcurrentQueue<int> _updateIds = [];
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly WebApplication _app;
    private readonly string _answer;
    private int _failuresLeft;

    private TestWebhook(int failures, string answer, X509Certificate2? certificate)
    {
        _failuresLeft = failures;
        _answer = answer;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        _app = builder.Build();
        _app.Run(ReceiveAsync);
    }

    public string Url => $"{_app.Urls.First()}/hook";

    public IReadOnlyCollection<string> Secrets => _secrets;

    public IReadOnlyCollection<int> UpdateIds => _updateIds;

    public static async Task<TestWebhook> StartAsync(
        int failures, string answer = "", X509Certificate2? certificate = null)
    {
        var webhook = new TestWebhook(failures, answer, certificate);
        await webhook._app.StartAsync();
        return webhook;
    }

    /// <summary>Waits for one more delivery.</summary>
    public async Task WaitForDeliveryAsync(TimeSpan patience) =>
        (await _arrivals.WaitAsync(patience)).ShouldBeTrue("no delivery came");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        _secrets.Enqueue(context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString());
        var update = await JsonNode.ParseAsync(context.Request.Body);
        _updateIds.Enqueue((int)update!["update_id"]!);
        _arrivals.Release();
        if (Interlocked.Decrement(ref _failuresLeft) >= 0)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(_answer);
    }
}
