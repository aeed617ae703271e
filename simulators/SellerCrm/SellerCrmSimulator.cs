using System.Collections.Concurrent;
using System.Globalization;

namespace Rozmova.Simulators.SellerCrm;

/// <summary>A seller's CRM of one's own: it speaks the debates interface and sends signals; buyers and colleagues are played from C#.</summary>
public sealed class SellerCrmSimulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, SellerAccount> _sellers = [];
    private readonly SimulatorServer _server;
    private long _lastNumber;

    private SellerCrmSimulator(SellerCrmSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        _lastNumber = options.FirstNumber;
        Calls = new CallLog<RecordedCall>(options.RecordedCalls);
        _server = new SimulatorServer(options.Port, (context, token) => CrmDoor.HandleAsync(this, context, token));
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => _server.Address;

    public Faults Faults { get; } = new();

    public CallLog<RecordedCall> Calls { get; }

    internal SellerCrmSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    internal FileShelf Files { get; } = new(number => number.ToString("x8", CultureInfo.InvariantCulture));

    internal CancellationToken Stopping => _server.Stopping;

    public static async Task<SellerCrmSimulator> StartAsync(
        SellerCrmSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new SellerCrmSimulator(options, time);
        await simulator._server.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Registers a seller.</summary>
    public SellerAccount AddSeller(long id, string apiKey) => _sellers.GetOrAdd(id, _ => new SellerAccount(this, id, apiKey));

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        foreach (var seller in _sellers.Values)
        {
            await seller.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    internal long NextNumber() => Interlocked.Increment(ref _lastNumber);

    internal SellerAccount? FindSeller(long id) => _sellers.GetValueOrDefault(id);

    internal SellerAccount? FindSellerByToken(string? token) =>
        token is null ? null : _sellers.Values.FirstOrDefault(seller => seller.Accepts(token));

    /// <summary>A moment as the CRM writes it: its own time, and not which.</summary>
    internal string? Write(DateTimeOffset? moment) =>
        moment?.ToOffset(Options.Ahead).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
