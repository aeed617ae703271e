using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rozmova.Conformance.Tests.Custom;

/// <summary>Somebody's own system as a server: it takes what accounts are sent, and serves the files of their customers.</summary>
internal sealed class CustomReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _paths = [];
    private readonly WebApplication _app;

    private CustomReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(context => _paths[context.Request.Path.Value!](context));
    }

    public static async Task<CustomReceiver> StartAsync()
    {
        var receiver = new CustomReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>A new address, answered so.</summary>
    public Uri Listen(RequestDelegate answer)
    {
        var path = $"/{Guid.CreateVersion7()}";
        _paths[path] = answer;
        return new Uri(new Uri(_app.Urls.Single()), path);
    }

    public Uri Serve(SampleFile file) => Listen(async context =>
    {
        context.Response.ContentType = file.MimeType;
        context.Response.ContentLength = file.Content.Length;
        await context.Response.BodyWriter.WriteAsync(file.Content, context.RequestAborted);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
