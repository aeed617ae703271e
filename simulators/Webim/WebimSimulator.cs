using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Webim;

/// <summary>
/// A Webim of one's own: it takes what visitors write from a custom channel and calls back with what operators say, who are played from
/// C# or on its page. The names of its API are assumed, as those of the desk are.
/// </summary>
public sealed class WebimSimulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WebimAccount> _accounts = [];
    private readonly SimulatorServer _server;
    private int _lastChat;

    private WebimSimulator(WebimSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        _lastChat = options.FirstChat;
        Calls = new CallLog<RecordedCall>(options.RecordedCalls);
        Client = new WebhookClient(time);
        _server = new SimulatorServer(options.Port, HandleAsync);
    }

    /// <summary>What a desk's <c>baseUrl</c> is set to. Its page shows the chats to whoever plays the operator.</summary>
    public Uri BaseAddress => _server.Address;

    public IReadOnlyCollection<WebimAccount> Accounts => [.. _accounts.Values];

    public Faults Faults { get; } = new();

    public CallLog<RecordedCall> Calls { get; }

    internal WebimSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    internal WebhookClient Client { get; }

    /// <summary>The files of operators, at addresses whose hash is all that is needed.</summary>
    internal FileShelf Files { get; } = new(number => string.Create(CultureInfo.InvariantCulture, $"7b7c{number:x4}"));

    internal CancellationToken Stopping => _server.Stopping;

    public static async Task<WebimSimulator> StartAsync(
        WebimSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new WebimSimulator(options, time);
        await simulator._server.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Opens an account under its access token; its callbacks carry the secret.</summary>
    public WebimAccount AddAccount(string token, string callbackSecret) =>
        _accounts.GetOrAdd(token, _ => new WebimAccount(this, token, callbackSecret));

    /// <summary>Gives an account another token; the old one is not accepted any more.</summary>
    public void ReplaceToken(WebimAccount account, string token)
    {
        ArgumentNullException.ThrowIfNull(account);
        _accounts.TryRemove(account.Token, out _);
        account.Token = token;
        _accounts[token] = account;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        Client.Dispose();
    }

    internal WebimAccount? FindAccount(string? token) => token is null ? null : _accounts.GetValueOrDefault(token);

    internal int NextChat() => Interlocked.Increment(ref _lastChat);

    private Task HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path;
        return path == Options.Names.SendPath ? CustomChannelApi.HandleAsync(this, context, CustomChannelApi.SendMessage, cancellationToken)
            : path == Options.Names.ClosePath ? CustomChannelApi.HandleAsync(this, context, CustomChannelApi.CloseChat, cancellationToken)
            : path.StartsWithSegments("/files", out var file) ? FileDownload.HandleAsync(this, context, file.Value!, cancellationToken)
            : OperatorPage.HandleAsync(this, context, cancellationToken);
    }
}
