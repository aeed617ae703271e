using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.WeChat;

/// <summary>A WeChat of one's own: it speaks the API of official accounts, and its followers are played from C#.</summary>
public sealed class WeChatSimulator : IAsyncDisposable
{
    private const long LargestRequest = 20 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, OfficialAccount> _accounts = [];
    private readonly SimulatorServer _server;
    private long _lastMessageId;

    private WeChatSimulator(WeChatSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Calls = new CallLog<RecordedCall>(options.RecordedCalls);
        _lastMessageId = options.FirstMessageId;
        _server = new SimulatorServer(options.Port, HandleAsync, LargestRequest);
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => _server.Address;

    public Faults Faults { get; } = new();

    public CallLog<RecordedCall> Calls { get; }

    internal WeChatSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    /// <summary>Ends pushes and hanging calls when the simulator stops.</summary>
    internal CancellationToken Stopping => _server.Stopping;

    public static async Task<WeChatSimulator> StartAsync(
        WeChatSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new WeChatSimulator(options, time);
        await simulator._server.StartAsync(cancellationToken);
        return simulator;
    }

    public OfficialAccount AddAccount(AccountSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return _accounts.GetOrAdd(settings.AppId, _ => new OfficialAccount(this, settings));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        foreach (var account in _accounts.Values)
        {
            await account.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    internal long NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    internal OfficialAccount? FindAccount(string? appId) => _accounts.GetValueOrDefault(appId ?? "");

    /// <summary>Whose token it is, or once was.</summary>
    internal OfficialAccount? FindByToken(string token) => _accounts.Values.FirstOrDefault(account => account.Tokens.Knows(token));

    private Task HandleAsync(HttpContext context, CancellationToken cancellationToken) =>
        Api.HandleAsync(this, context, cancellationToken);
}
