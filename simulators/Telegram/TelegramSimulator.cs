using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Rozmova.Simulators.Telegram.Phone;

namespace Rozmova.Simulators.Telegram;

/// <summary>A Telegram of one's own: it speaks the Bot API, and its customers are played from C# or on its page.</summary>
public sealed class TelegramSimulator : IAsyncDisposable
{
    private const long FirstCustomerId = 5_551_234_000;
    private const long LastGroupId = -1_002_000_000_000;

    private readonly ConcurrentDictionary<string, BotAccount> _bots = [];
    private readonly SimulatorServer _server;
    private long _lastCustomerId = FirstCustomerId;
    private long _lastGroupId = LastGroupId;

    private TelegramSimulator(TelegramSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Calls = new CallLog<RecordedCall>(options.RecordedCalls);
        _server = new SimulatorServer(options.Port, HandleAsync, BotApi.LargestRequest);
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => _server.Address;

    public IReadOnlyCollection<BotAccount> Bots => [.. _bots.Values.OrderBy(bot => bot.Id)];

    public Faults Faults { get; } = new();

    public CallLog<RecordedCall> Calls { get; }

    internal TelegramSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    /// <summary>Ends long polls, hanging calls and live pages when the simulator stops.</summary>
    internal CancellationToken Stopping => _server.Stopping;

    public static async Task<TelegramSimulator> StartAsync(
        TelegramSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new TelegramSimulator(options, time);
        await simulator._server.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Registers a bot; the number before the colon of its token is its id.</summary>
    public BotAccount AddBot(string token, string username) => _bots.GetOrAdd(token, _ => new BotAccount(this, token, username));

    /// <summary>A new person who may write to a bot; without an id they get the next free one.</summary>
    public Customer AddCustomer(
        BotAccount bot, string firstName, string? lastName = null, string? username = null, long? id = null)
    {
        ArgumentNullException.ThrowIfNull(bot);
        return bot.AddCustomer(new CustomerProfile
        {
            Id = id ?? Interlocked.Increment(ref _lastCustomerId),
            FirstName = firstName,
            LastName = lastName,
            Username = username,
        });
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

    internal long NextGroupId() => Interlocked.Decrement(ref _lastGroupId);

    internal BotAccount? FindBot(string token) => _bots.GetValueOrDefault(token);

    private Task HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value ?? "/";
        return Route(path)(this, context, path, cancellationToken);
    }

    private static Func<TelegramSimulator, HttpContext, string, CancellationToken, Task> Route(string path) => path switch
    {
        _ when path.StartsWith("/bot", StringComparison.Ordinal) => BotApi.HandleAsync,
        _ when path.StartsWith("/file/bot", StringComparison.Ordinal) => FileDownload.HandleAsync,
        _ => PhonePage.HandleAsync,
    };
}
