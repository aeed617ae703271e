using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Rozmova.Testing.Conformance;

/// <summary>
/// Stands between a platform and the program, at the program's public address: passes everything on, remembers the webhook requests, and
/// keeps back those of a channel when told to, so that they can be delivered twice, in another order, or changed.
/// </summary>
public sealed class Wire : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Expect"];

    private readonly ConcurrentDictionary<string, Hold> _holds = [];
    private readonly ConcurrentDictionary<string, bool> _failing = [];
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly WebApplication _app;
    private Uri? _program;

    private Wire()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>What the program's PublicUrl is set to.</summary>
    public Uri Address => new(_app.Urls.Single());

    public static async Task<Wire> StartAsync()
    {
        var wire = new Wire();
        await wire._app.StartAsync();
        return wire;
    }

    /// <summary>Names the program; before that nothing can be passed on.</summary>
    public void LeadTo(Uri program) => _program = program;

    /// <summary>From now on the webhook requests to this path are answered 200 and kept back.</summary>
    public Hold HoldBack(string path) => _holds[path] = new Hold();

    /// <summary>From now on they are passed on again.</summary>
    public void LetThrough(string path) => _holds.TryRemove(path, out _);

    /// <summary>The next webhook request to this path is answered 503, as if the program could not take it.</summary>
    public void FailOnce(string path) => _failing[path] = true;

    /// <summary>Delivers a request to the program, as the platform would.</summary>
    public Task<HttpStatusCode> DeliverAsync(WireRequest request) => DeliverAsync(request, _program!);

    /// <summary>Delivers a request to this address.</summary>
    public async Task<HttpStatusCode> DeliverAsync(WireRequest request, Uri to)
    {
        using var message = request.ToMessage(to);
        using var answer = await _client.SendAsync(message);
        return answer.StatusCode;
    }

    /// <summary>Asks by GET, as a platform asks whether the address is ours.</summary>
    public Task<HttpResponseMessage> AskAsync(Uri address) => _client.GetAsync(address);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context.Request);
        if (_failing.TryRemove(request.Path, out _))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (HttpMethods.IsPost(context.Request.Method) && _holds.TryGetValue(request.Path, out var hold))
        {
            hold.Add(request);
            return;
        }

        using var message = request.ToMessage(_program!);
        message.Method = new HttpMethod(context.Request.Method);
        if (HttpMethods.IsGet(context.Request.Method))
        {
            message.Content = null;
        }

        using var answer = await _client.SendAsync(message, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task<WireRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var headers = request.Headers
            .Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => header.Value.ToString());
        return new WireRequest(new Uri(request.GetEncodedUrl()), headers, body.ToArray());
    }
}

/// <summary>Requests that were kept back, in the order they came.</summary>
public sealed class Hold
{
    private readonly ConcurrentQueue<WireRequest> _requests = [];

    /// <summary>Waits until as many are there, and gives them.</summary>
    public async Task<IReadOnlyList<WireRequest>> WaitAsync(int count)
    {
        await Eventually.Is($"{count} requests of the platform", () => _requests.Count >= count, CancellationToken.None);
        return [.. _requests];
    }

    internal void Add(WireRequest request) => _requests.Enqueue(request);
}
