using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rozmova.Simulators.Viber;

/// <summary>A Viber of one's own: it speaks the REST Bot API, calls webhooks, and its customers are played from C#.</summary>
public sealed class ViberSimulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ViberBot> _bots = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;

    private ViberSimulator(ViberSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Calls = new CallLog(options.RecordedCalls);
        Stopping = _stopping.Token;
        _app = CreateApp(options.Port);
        _app.Run(HandleAsync);
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => new(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public IReadOnlyCollection<ViberBot> Bots => [.. _bots.Values];

    public Faults Faults { get; } = new();

    public CallLog Calls { get; }

    internal ViberSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    /// <summary>Ends callbacks and hanging calls when the simulator stops.</summary>
    internal CancellationToken Stopping { get; }

    public static async Task<ViberSimulator> StartAsync(
        ViberSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new ViberSimulator(options, time);
        await simulator._app.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Registers a bot under its token.</summary>
    public ViberBot AddBot(string token, string name) => _bots.GetOrAdd(token, _ => new ViberBot(this, token, name));

    /// <summary>Gives a bot another token, as Viber's support does; the old one is not accepted any more.</summary>
    public void ReplaceToken(ViberBot bot, string token)
    {
        ArgumentNullException.ThrowIfNull(bot);
        _bots.TryRemove(bot.Token, out _);
        bot.Token = token;
        _bots[token] = bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var bot in _bots.Values)
        {
            await bot.DisposeAsync();
        }

        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    internal ViberBot? FindBot(string? token) => token is null ? null : _bots.GetValueOrDefault(token);

    private async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping);
        try
        {
            await (context.Request.Path.StartsWithSegments("/pa", out var method)
                ? BotApi.HandleAsync(this, context, method.Value!.TrimStart('/'), ending.Token)
                : FileShelf.HandleAsync(this, context, ending.Token));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The caller went away or the simulator stops: nobody is left to answer.
            context.Abort();
        }
    }

    private static WebApplication CreateApp(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        return builder.Build();
    }
}
