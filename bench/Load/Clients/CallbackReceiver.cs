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
    private readonly long[]? _arrivals;
    private TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _accepted;

    private CallbackReceiver(long[]? arrivals)
    {
        _arrivals = arrivals;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AcceptAsync);
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>Bytes of the last body.</summary>
    public long BodyLength { get; private set; }

    /// <param name="arrivals">Gets each message's time of arrival at its number.</param>
    public static async Task<CallbackReceiver> StartAsync(long[]? arrivals, CancellationToken cancellationToken)
    {
        var receiver = new CallbackReceiver(arrivals);
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>Requests wait from now on, and are counted anew.</summary>
    public void Shut()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _accepted, 0);
    }

    /// <summary>Lets the requests in.</summary>
    public void Open() => _gate.TrySetResult();

    /// <summary>Lets the requests in. Returns how many a second it took until all had been.</summary>
    public async Task<double> OpenAndTimeAsync(int count, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        Open();
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
        await TakeAsync(context.Request);
        await _gate.Task;
        Interlocked.Increment(ref _accepted);
    }

    private async Task TakeAsync(HttpRequest request)
    {
        if (_arrivals is null)
        {
            await request.Body.CopyToAsync(Stream.Null);
            return;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (UpdateRequest.NumberIn(body.GetBuffer().AsSpan(0, (int)body.Length)) is >= 0 and var number && number < _arrivals.Length)
        {
            _arrivals[number] = Stopwatch.GetTimestamp();
        }
    }
}
