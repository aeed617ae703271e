using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Logging.Abstractions;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Testing;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Tests.Channels;

/// <summary>How often a channel that does not work is tried again.</summary>
public sealed class ConnectorTests : IConnectingPlatform, IChannelStates
{
    private readonly TestClock _clock = new();
    private readonly ChannelDirectory _directory = new();
    private readonly ConcurrentQueue<DateTimeOffset> _attempts = new();
    private ConnectionReport _report = ConnectionReport.Failed("Not today.");

    public string Key => "polled";

    public PlatformCapabilities Capabilities { get; } = new() { Names = [] };

    public IReadOnlyList<SettingField> Settings => [];

    [Fact]
    public async Task Each_pause_is_about_twice_as_long_as_the_one_before()
    {
        using var connector = await StartAsync();

        var gaps = await GapsAsync(4);

        for (var index = 0; index < gaps.Length; index++)
        {
            gaps[index].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4 << index)); // a fifth is left to chance
        }

        await connector.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_platform_that_asks_for_patience_gets_it()
    {
        _report = ConnectionReport.Failed("Slowly.", TimeSpan.FromMinutes(1));
        using var connector = await StartAsync();

        (await GapsAsync(1)).Single().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));

        await connector.StopAsync(CancellationToken.None);
    }

    ValueTask<ConnectionReport> IConnectingPlatform.ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        _attempts.Enqueue(_clock.GetUtcNow());
        return ValueTask.FromResult(_report);
    }

    ValueTask IConnectingPlatform.DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    ValueTask<SendOutcome> IPlatform.SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    ValueTask IChannelStates.ReportAsync(ChannelId id, ConnectionReport report, CancellationToken cancellationToken)
    {
        Know(_directory.Find(id)!.Row with { State = report.State });
        return ValueTask.CompletedTask;
    }

    private async Task<ChannelConnector> StartAsync()
    {
        Know(PollingHouse.NewChannel("1:x"));
        var connector = new ChannelConnector(_directory, this, _clock, NullLogger<ChannelConnector>.Instance);
        await connector.StartAsync(CancellationToken.None);
        return connector;
    }

    /// <summary>The pauses between attempts, time moving second by second.</summary>
    private async Task<TimeSpan[]> GapsAsync(int count)
    {
        await Eventually.Is($"tried {count + 1} times", () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(_attempts.Count > count);
        }, TimeSpan.FromSeconds(60), CancellationToken.None);
        var times = _attempts.ToArray();
        return [.. times.Zip(times.Skip(1), (earlier, later) => later - earlier).Take(count)];
    }

    private void Know(Channel channel) => _directory.Replace(
        [new LiveChannel(channel, this, new ChannelConnection(channel.Id, channel.Platform, FrozenDictionary<string, object>.Empty, null))]);
}
