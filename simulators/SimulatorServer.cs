using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rozmova.Simulators;

/// <summary>The HTTP server of a simulator: bare Kestrel on loopback, a guest in somebody else's process.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<HttpContext, CancellationToken, Task> _answer;
    private readonly WebApplication _app;

    /// <param name="port">0 takes a free one.</param>
    /// <param name="answer">Its token ends when the caller goes away or the simulator stops.</param>
    /// <param name="largestRequest">In bytes; null leaves it to <paramref name="answer"/>.</param>
    public SimulatorServer(int port, Func<HttpContext, CancellationToken, Task> answer, long? largestRequest = null)
    {
        _answer = answer;
        Stopping = _stopping.Token;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = largestRequest;
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>Ends deliveries, hanging calls and live pages when the simulator stops.</summary>
    public CancellationToken Stopping { get; }

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    /// <summary>First of the two ends: nothing goes on or begins, but addresses still answer whoever winds up.</summary>
    public Task StopAsync() => _stopping.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping);
        try
        {
            await _answer(context, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The caller went away or the simulator stops: nobody is left to answer.
            context.Abort();
        }
    }

    /// <summary>Leaves Ctrl+C and SIGTERM to the host of the process.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
