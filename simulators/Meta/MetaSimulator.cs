using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Meta;

/// <summary>A Meta of one's own: it speaks the Graph API for Messenger pages and Instagram accounts, and signs what it sends.</summary>
public sealed class MetaSimulator : IAsyncDisposable
{
    private const long LargestRequest = 30 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, MetaAccount> _accounts = [];
    private readonly SimulatorServer _server;
    private int _lastNumber;

    private MetaSimulator(MetaSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        _lastNumber = options.FirstNumber;
        Calls = new CallLog<RecordedCall>(options.RecordedCalls);
        _server = new SimulatorServer(options.Port, HandleAsync, LargestRequest);
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => _server.Address;

    public Faults Faults { get; } = new();

    public CallLog<RecordedCall> Calls { get; }

    internal MetaSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    internal FileShelf Files { get; } = new(number => string.Create(CultureInfo.InvariantCulture, $"6877{number:D11}"));

    internal CancellationToken Stopping => _server.Stopping;

    public static async Task<MetaSimulator> StartAsync(MetaSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new MetaSimulator(options, time);
        await simulator._server.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>A Facebook page.</summary>
    public MetaAccount AddPage(string id, string token, string appSecret) =>
        Add(new MetaAccount(this, MetaKind.Messenger, id, token, appSecret));

    /// <summary>An Instagram professional account.</summary>
    public MetaAccount AddInstagram(string id, string token, string appSecret) =>
        Add(new MetaAccount(this, MetaKind.Instagram, id, token, appSecret));

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        foreach (var account in _accounts.Values)
        {
            await account.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    internal MetaAccount? FindByToken(string token) => _accounts.Values.FirstOrDefault(account => account.Token == token);

    /// <summary>An id like the real ones, never the same twice.</summary>
    internal string NextId(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref _lastNumber):D8}");

    /// <summary>Takes a file and gives its address.</summary>
    internal Uri Keep(SimulatedFile file) => new(BaseAddress, $"files/{Files.Keep(file)}/{Uri.EscapeDataString(file.Name)}");

    private MetaAccount Add(MetaAccount account) => _accounts[account.Id] = account;

    private Task HandleAsync(HttpContext context, CancellationToken cancellationToken) =>
        GraphApi.HandleAsync(this, context, cancellationToken);
}
