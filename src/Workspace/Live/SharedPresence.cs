using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Live;

/// <summary>
/// Makes who is at one node known at the others. Each calls out what changes, repeats everything now and then, and forgets whom it has not
/// heard for a while: a call that is lost is made good by the next turn, a node that dies leaves nobody behind.
/// </summary>
internal sealed class SharedPresence(
    Presence presence, INodeCalls calls, IOperatorStore operators, TimeProvider time, ILogger<SharedPresence> logger) : BackgroundService
{
    /// <summary>Some 200 bytes each.</summary>
    private const int SeatsInOneCall = 30;

    private static readonly TimeSpan RepeatedEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ListenedAgainAfter = TimeSpan.FromSeconds(1);

    private readonly Guid _node = Guid.CreateVersion7();
    private readonly ConcurrentDictionary<Guid, Neighbour> _neighbours = [];

    // Full: the oldest is dropped, as all is repeated soon.
    private readonly Channel<PresenceCall> _told = Channel.CreateBounded<PresenceCall>(
        new BoundedChannelOptions(1024) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        presence.Changed -= Tell;
        await base.StopAsync(cancellationToken);
        await CallAsync(new PresenceCall(_node) { IsWhole = true, Count = 0 }, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        presence.Changed += Tell;
        return Task.WhenAll(SpeakAsync(stoppingToken), ListenAsync(stoppingToken), RepeatAsync(stoppingToken));
    }

    private void Tell(Guid socket, Seat? seat) => _told.Writer.TryWrite(
        seat is null ? new PresenceCall(_node) { Left = socket } : new PresenceCall(_node) { Seats = [SeatCall.Of(socket, seat)] });

    private void TellAll(bool asks) => presence.ReadOwn(seats =>
    {
        foreach (var part in seats.Select(seat => SeatCall.Of(seat.Key, seat.Value)).Chunk(SeatsInOneCall))
        {
            _told.Writer.TryWrite(new PresenceCall(_node) { IsWhole = true, Seats = part });
        }

        _told.Writer.TryWrite(new PresenceCall(_node) { IsWhole = true, Count = seats.Count, Asks = asks });
    });

    private async Task SpeakAsync(CancellationToken cancellationToken)
    {
        await foreach (var call in _told.Reader.ReadAllAsync(cancellationToken))
        {
            await CallAsync(call, cancellationToken);
        }
    }

    private async ValueTask CallAsync(PresenceCall call, CancellationToken cancellationToken)
    {
        try
        {
            await calls.CallAsync(JsonSerializer.Serialize(call, PresenceCallJson.Default.PresenceCall), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // the store is in trouble: told with all the rest in a moment
        {
            logger.NodesNotTold(exception);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await calls.ListenAsync(() => TellAll(asks: true), call => HearAsync(call, cancellationToken), cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // what is missed meanwhile is asked for
            {
                logger.NodesNotHeard(exception);
            }

            await Task.Delay(ListenedAgainAfter, time, cancellationToken);
        }
    }

    private async Task RepeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(RepeatedEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            TellAll(asks: false);
            foreach (var (node, _) in _neighbours.Where(one => time.GetUtcNow() - one.Value.HeardAt > ForgottenAfter))
            {
                _neighbours.TryRemove(node, out _);
                presence.Keep(node, FrozenSet<Guid>.Empty);
                logger.NodeForgotten(node);
            }
        }
    }

    private async ValueTask HearAsync(string text, CancellationToken cancellationToken)
    {
        if (Read(text) is not { } call || call.Node == _node)
        {
            return;
        }

        var neighbour = _neighbours.GetValueOrDefault(call.Node) ?? new Neighbour();
        neighbour.HeardAt = time.GetUtcNow();
        _neighbours[call.Node] = neighbour;
        foreach (var seat in call.Seats ?? [])
        {
            await ShowAsync(call.Node, seat, cancellationToken);
        }

        if (call.Left is { } left)
        {
            presence.Leave(left);
        }

        if (call.IsWhole)
        {
            Compare(call, neighbour);
        }

        if (call.Asks)
        {
            TellAll(asks: false);
        }
    }

    private PresenceCall? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, PresenceCallJson.Default.PresenceCall);
        }
        catch (JsonException exception) // nodes of two versions run side by side while one replaces the other
        {
            logger.CallNotRead(exception);
            return null;
        }
    }

    /// <summary>Names do not travel: they are read once for each seat.</summary>
    private async ValueTask ShowAsync(Guid node, SeatCall seat, CancellationToken cancellationToken)
    {
        var name = presence.Find(seat.Socket)?.Name ?? (await operators.FindAsync(seat.Operator, cancellationToken))?.Name;
        if (name is not null)
        {
            presence.Take(seat.Socket, new Seat(seat.Operator, name)
            {
                Node = node, Viewing = seat.Viewing, IsAway = seat.IsAway, IsWriting = seat.IsWriting,
            });
        }
    }

    /// <summary>Takes away what a node does not name when it names everything; of which a part may have been lost on the way.</summary>
    private void Compare(PresenceCall call, Neighbour neighbour)
    {
        neighbour.Named.UnionWith((call.Seats ?? []).Select(seat => seat.Socket));
        if (call.Count is not { } count)
        {
            return;
        }

        if (neighbour.Named.Count == count)
        {
            presence.Keep(call.Node, neighbour.Named);
        }

        neighbour.Named.Clear();
    }

    private sealed class Neighbour
    {
        public DateTimeOffset HeardAt { get; set; }

        /// <summary>What it has named of all its seats so far.</summary>
        public HashSet<Guid> Named { get; } = [];
    }
}
