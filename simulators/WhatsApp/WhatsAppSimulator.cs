using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>A WhatsApp of one's own: it speaks the Cloud API, calls webhooks, and its customers are played from C#.</summary>
public sealed class WhatsAppSimulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, BusinessNumber> _numbers = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;
    private long _lastMessage;

    private WhatsAppSimulator(WhatsAppSimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        _lastMessage = options.FirstMessage;
        Calls = new CallLog(options.RecordedCalls);
        Stopping = _stopping.Token;
        _app = CreateApp(options.Port);
        _app.Run(HandleAsync);
    }

    /// <summary>What a channel's <c>baseUrl</c> is set to.</summary>
    public Uri BaseAddress => new(_app.Services.GetRequiredService<IServer>()
        .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public Faults Faults { get; } = new();

    public CallLog Calls { get; }

    internal WhatsAppSimulatorOptions Options { get; }

    internal TimeProvider Time { get; }

    internal FileShelf Files { get; } = new();

    /// <summary>Ends deliveries and hanging calls when the simulator stops.</summary>
    internal CancellationToken Stopping { get; }

    public static async Task<WhatsAppSimulator> StartAsync(
        WhatsAppSimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new WhatsAppSimulator(options, time);
        await simulator._app.StartAsync(cancellationToken);
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
        await _stopping.CancelAsync();
        foreach (var number in _numbers.Values)
        {
            await number.DisposeAsync();
        }

        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    internal string NextMessageId() =>
        string.Create(CultureInfo.InvariantCulture, $"wamid.SIM{Interlocked.Increment(ref _lastMessage):D12}");

    internal BusinessNumber? FindNumber(string id) => _numbers.GetValueOrDefault(id);

    /// <summary>Whether somebody's token may do anything at all.</summary>
    internal bool IsToken(string? token) => token is not null && _numbers.Values.Any(number => number.Settings.AccessToken == token);

    internal bool IsAccount(string id) => _numbers.Values.Any(number => number.Settings.BusinessAccountId == id);

    private async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping);
        try
        {
            await GraphApi.HandleAsync(this, context, ending.Token);
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
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        return builder.Build();
    }
}
