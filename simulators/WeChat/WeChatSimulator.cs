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

namespace Rozmova.Simulators.WeChat;

/// <summary>A WeChat of one's own: it speaks the API of official accounts, and its followers are played from C#.</summary>
public sealed class WeChatSimulator : IAsyncDisposable
{
    private const long LargestRequest = 20 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, OfficialAccount> _accounts = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;
    private long _lastMessageId;

    private WeChatSimulator(WeChatSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Calls = new CallLog(options.RecordedCalls);
        Stopping = _stopping.Token;
        _lastMessageId = options.FirstMessageId;
        _app = CreateApp(options.Port);
        _app.Run(HandleAsync);
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => new(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public Faults Faults { get; } = new();

    public CallLog Calls { get; }

    internal WeChatSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    /// <summary>Ends pushes and hanging calls when the simulator stops.</summary>
    internal CancellationToken Stopping { get; }

    public static async Task<WeChatSimulator> StartAsync(
        WeChatSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new WeChatSimulator(options, time);
        await simulator._app.StartAsync(cancellationToken);
        return simulator;
    }

    public OfficialAccount AddAccount(AccountSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return _accounts.GetOrAdd(settings.AppId, _ => new OfficialAccount(this, settings));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var account in _accounts.Values)
        {
            await account.DisposeAsync();
        }

        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    internal long NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    internal OfficialAccount? FindAccount(string? appId) => _accounts.GetValueOrDefault(appId ?? "");

    /// <summary>Whose token it is, or once was.</summary>
    internal OfficialAccount? FindByToken(string token) => _accounts.Values.FirstOrDefault(account => account.Tokens.Knows(token));

    private async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping);
        try
        {
            await Api.HandleAsync(this, context, ending.Token);
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
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        return builder.Build();
    }
}
