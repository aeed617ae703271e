using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Viber;

/// <summary>A Viber of one's own: it speaks the REST Bot API, calls webhooks, and its customers are played from C#.</summary>
public sealed class ViberSimulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ViberBot> _bots = [];
    private readonly SimulatorServer _server;

    private ViberSimulator(ViberSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Calls = new CallLog<RecordedCall>(options.RecordedCalls);
        _server = new SimulatorServer(options.Port, HandleAsync);
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => _server.Address;

    public IReadOnlyCollection<ViberBot> Bots => [.. _bots.Values];

    public Faults Faults { get; } = new();

    public CallLog<RecordedCall> Calls { get; }

    internal ViberSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    internal FileShelf Files { get; } = new(number => number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends callbacks and hanging calls when the simulator stops.</summary>
    internal CancellationToken Stopping => _server.Stopping;

    public static async Task<ViberSimulator> StartAsync(
        ViberSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new ViberSimulator(options, time);
        await simulator._server.StartAsync(cancellationToken);
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
        await _server.StopAsync();
        foreach (var bot in _bots.Values)
        {
            await bot.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    internal ViberBot? FindBot(string? token) => token is null ? null : _bots.GetValueOrDefault(token);

    private Task HandleAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.Request.Path.StartsWithSegments("/pa", out var method)
            ? BotApi.HandleAsync(this, context, method.Value!.TrimStart('/'), cancellationToken)
            : FileDownload.HandleAsync(this, context, cancellationToken);
}
