using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>A WhatsApp of one's own: it speaks the Cloud API, calls webhooks, and its customers are played from C#.</summary>
public sealed class WhatsAppSimulator : IAsyncDisposable
{
    private const long FirstFile = 1_003_383_421_387_000;

    private readonly ConcurrentDictionary<string, BusinessNumber> _numbers = [];
    private readonly SimulatorServer _server;
    private long _lastMessage;

    private WhatsAppSimulator(WhatsAppSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        _lastMessage = options.FirstMessage;
        Calls = new CallLog<RecordedCall>(options.RecordedCalls);
        _server = new SimulatorServer(options.Port, HandleAsync);
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => _server.Address;

    public Faults Faults { get; } = new();

    public CallLog<RecordedCall> Calls { get; }

    internal WhatsAppSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    internal FileShelf Files { get; } = new(number => (FirstFile + number).ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends deliveries and hanging calls when the simulator stops.</summary>
    internal CancellationToken Stopping => _server.Stopping;

    public static async Task<WhatsAppSimulator> StartAsync(
        WhatsAppSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new WhatsAppSimulator(options, time);
        await simulator._server.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Registers a business's phone number under its id.</summary>
    public BusinessNumber AddNumber(BusinessNumberSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return _numbers.GetOrAdd(settings.Id, _ => new BusinessNumber(this, settings));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        foreach (var number in _numbers.Values)
        {
            await number.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    internal string NextMessageId() =>
        string.Create(CultureInfo.InvariantCulture, $"wamid.SIM{Interlocked.Increment(ref _lastMessage):D12}");

    internal BusinessNumber? FindNumber(string id) => _numbers.GetValueOrDefault(id);

    /// <summary>Whether somebody's token may do anything at all.</summary>
    internal bool IsToken(string? token) => token is not null && _numbers.Values.Any(number => number.Settings.AccessToken == token);

    internal bool IsAccount(string id) => _numbers.Values.Any(number => number.Settings.BusinessAccountId == id);

    internal IEnumerable<ApprovedTemplate> TemplatesOf(string account) =>
        _numbers.Values.Where(number => number.Settings.BusinessAccountId == account).SelectMany(number => number.Templates);

    private Task HandleAsync(HttpContext context, CancellationToken cancellationToken) =>
        GraphApi.HandleAsync(this, context, cancellationToken);
}
