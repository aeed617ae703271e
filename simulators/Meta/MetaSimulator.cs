using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rozmova.Simulators.Meta;

/// <summary>A Meta of one's own: it speaks the Graph API for Messenger pages and Instagram accounts, and signs what it sends.</summary>
public sealed class MetaSimulator : IAsyncDisposable
{
    private const long LargestRequest = 30 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, MetaAccount> _accounts = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;
    private int _lastNumber;

    private MetaSimulator(MetaSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        _lastNumber = options.FirstNumber;
        Stopping = _stopping.Token;
        _app = CreateApp(options.Port);
        _app.Run(context => GraphApi.HandleAsync(this, context));
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => new(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public MetaFaults Faults { get; } = new();

    public MetaCalls Calls { get; } = new();

    internal MetaSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    internal MetaFiles Files { get; } = new();

    internal CancellationToken Stopping { get; }

    public static async Task<MetaSimulator> StartAsync(MetaSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new MetaSimulator(options, time);
        await simulator._app.StartAsync(cancellationToken);
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
        await _stopping.CancelAsync();
        foreach (var account in _accounts.Values)
        {
            await account.DisposeAsync();
        }

        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    internal MetaAccount? FindByToken(string token) => _accounts.Values.FirstOrDefault(account => account.Token == token);

    /// <summary>An id like the real ones, never the same twice.</summary>
    internal string NextId(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref _lastNumber):D8}");

    private MetaAccount Add(MetaAccount account) => _accounts[account.Id] = account;

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
