using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Rozmova.Bench.Clients;

/// <summary>The receiving end of a custom channel: accepts everything, once its gate is open.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly WebApplication _app;
    private TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _accepted;

    private CallbackReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AcceptAsync);
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>Bytes of the last body.</summary>
    public long BodyLength { get; private set; }

    public static async Task<CallbackReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var receiver = new CallbackReceiver();
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>Requests wait from now on, and are counted anew.</summary>
    public void Shut()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _accepted, 0);
    }

    /// <summary>Lets the requests in. Returns how many a second it took until all had been.</summary>
    public async Task<double> OpenAndTimeAsync(int count, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        _gate.SetResult();
        while (Volatile.Read(ref _accepted) < count)
        {
            if (Stopwatch.GetElapsedTime(began) > Limit)
            {
                throw new InvalidOperationException($"{_accepted} of {count} messages were delivered.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
        }

        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AcceptAsync(HttpContext context)
    {
        BodyLength = context.Request.ContentLength ?? 0;
        await context.Request.Body.CopyToAsync(Stream.Null);
        await _gate.Task;
        Interlocked.Increment(ref _accepted);
    }
}
