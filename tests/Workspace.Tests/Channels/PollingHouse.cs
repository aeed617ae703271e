using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Storage;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Channels.Polling;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Tests.Channels;

/// <summary>One process with its pollers over a real store. What they bring is noted instead of read.</summary>
internal sealed class PollingHouse : IAsyncDisposable, IIntake, IChannelStates
{
    private readonly ServiceProvider _services;

    private PollingHouse(string folder, string database, TimeProvider time)
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddStorage()
            .AddPolling()
            .AddSingleton(time)
            .AddSingleton<ChannelDirectory>()
            .AddSingleton<IIntake>(this)
            .AddSingleton<IChannelStates>(this)
            .AddSingleton(Options.Create(new RozmovaOptions { Data = folder, Database = database }))
            .BuildServiceProvider();
    }

    /// <summary>What was made durable, in order.</summary>
    public ConcurrentQueue<string> Accepted { get; } = new();

    public ConcurrentQueue<ConnectionReport> Reports { get; } = new();

    /// <summary>Held back until the test lets go; may fail, as a database does.</summary>
    public Func<string, Task> Durable { get; set; } = _ => Task.CompletedTask;

    private PollingService Pollers => _services.GetServices<IHostedService>().OfType<PollingService>().Single();

    public static async Task<PollingHouse> OpenAsync(string folder, string database, TimeProvider time)
    {
        var house = new PollingHouse(folder, database, time);
        await house._services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        return house;
    }

    public static Channel NewChannel(string token) => new()
    {
        Id = new ChannelId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())),
        Platform = "polled",
        Name = "Polled",
        Settings = new JsonObject { ["token"] = token },
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    public async Task AddAsync(Channel channel) => await _services.GetRequiredService<ITransactions>().WriteAsync(
        async transaction =>
        {
            await _services.GetRequiredService<IChannelStore>().AddAsync(transaction, channel);
            return true;
        },
        CancellationToken.None);

    /// <summary>The directory now knows this channel, and only this.</summary>
    public void Know(Channel channel, IPlatform platform) => _services.GetRequiredService<ChannelDirectory>().Replace(
        [new LiveChannel(channel, platform, new ChannelConnection(channel.Id, channel.Platform, FrozenDictionary<string, object>.Empty, null))]);

    public Task StartAsync() => Pollers.StartAsync(CancellationToken.None);

    public Task StopAsync() => Pollers.StopAsync(CancellationToken.None);

    public async ValueTask AcceptAsync(
        LiveChannel channel, ReadOnlyMemory<byte> body, IOpenedRequest? opened, CancellationToken cancellationToken)
    {
        var update = Encoding.UTF8.GetString(body.Span);
        await Durable(update);
        Accepted.Enqueue(update);
    }

    public ValueTask QuarantineAsync(
        LiveChannel channel, ReadOnlyMemory<byte> body, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask QuarantineAsync(
        string platform, ReadOnlyMemory<byte> body, bool withheld, string reason, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask ReportAsync(ChannelId id, ConnectionReport report, CancellationToken cancellationToken)
    {
        Reports.Enqueue(report);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
