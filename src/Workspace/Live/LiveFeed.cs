using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

/// <summary>
/// Pushes every committed change to every listener, in the order of its number, each commit serialised once and written at once. Commits arrive in parallel: one
/// that comes early waits for those before it; one that never comes (another process made it, or the queue was full) is read from the log.
/// HOT: measured by the end-to-end and fan-out benchmarks.
/// </summary>
public sealed class LiveFeed(
    ILiveLog log, ILiveBodies bodies, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<LiveFeed> logger)
    : BackgroundService, ICommitListener
{
    /// <summary>Events in one block: a larger one costs more to allocate than its write saves.</summary>
    private const int MostPerWrite = 32;

    /// <summary>How long a missing commit may take to report before the log is asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>How often a shared log is asked for what other processes wrote.</summary>
    private static readonly TimeSpan SharedInterval = TimeSpan.FromSeconds(1);

    // Full: the commit is dropped here and found again in the log.
    private readonly Channel<(long First, IReadOnlyList<LiveChange> Changes)> _commits =
        Channel.CreateBounded<(long, IReadOnlyList<LiveChange>)>(new BoundedChannelOptions(8192) { SingleReader = true });

    private readonly SortedDictionary<long, IReadOnlyList<LiveChange>> _early = [];
    private readonly Lock _gate = new();
    private readonly LiveFrames _frames = new();
    private ImmutableArray<LiveConnection> _connections = [];
    private long _last;

    /// <summary>Raised for every change in the order they are pushed, on the thread that pushes. Handlers are quick and do not throw.</summary>
    public event Action<LiveChange>? Pushed;

    /// <summary>How many listen.</summary>
    public int Listeners => _connections.Length;

    /// <summary>The newest number that was pushed.</summary>
    public long Last => Interlocked.Read(ref _last);

    /// <inheritdoc/>
    public void Committed(long first, IReadOnlyList<LiveChange> changes) => _commits.Writer.TryWrite((first, changes));

    /// <summary>Tells listeners that the customer of a conversation is typing. Carries the current number and is not remembered.</summary>
    public void PublishTyping(ConversationId id) => Publish(LiveType.Typing, new TypingBody(id, "contact", null));

    /// <summary>Tells listeners something that is not remembered.</summary>
    public void Publish(LiveType type, object body)
    {
        lock (_gate)
        {
            Push(LiveFrames.Event(type, _last, time.GetUtcNow(), body));
        }
    }

    /// <summary>Adds a listener. From the number returned on, every frame reaches it.</summary>
    internal long Join(LiveConnection connection)
    {
        lock (_gate)
        {
            _connections = _connections.Add(connection);
            return _last;
        }
    }

    internal void Leave(LiveConnection connection)
    {
        lock (_gate)
        {
            _connections = _connections.Remove(connection);
        }
    }

    /// <summary>Closes all sockets of an operator who may no longer listen.</summary>
    public void Dismiss(OperatorId user)
    {
        foreach (var connection in _connections.Where(connection => connection.User == user))
        {
            connection.End(WebSocketCloseStatus.PolicyViolation, "You may no longer listen.");
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _last = await log.ReadLastAsync(cancellationToken);
        lifetime.ApplicationStopping.Register(SayGoodbye); // not when this service stops: the web server waits for open sockets before
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _frames.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var waited = !await WaitAsync(stoppingToken);
            var again = false;
            while (_commits.Reader.TryRead(out var commit))
            {
                again |= commit.First <= _last;
                if (commit.First > _last)
                {
                    _early[commit.First] = commit.Changes;
                }
            }

            if (again && log.IsShared)
            {
                await NoticeLossAsync(stoppingToken);
            }

            PushInOrder();
            if (waited && (_early.Count > 0 || log.IsShared))
            {
                await FillGapAsync(stoppingToken);
                PushInOrder();
            }
        }
    }

    /// <summary>
    /// A number we have pushed already came from a late commit, or from a database that lost its last moments in a crash and counts from
    /// there: then what listeners have seen of those numbers is not so, and they begin anew.
    /// </summary>
    private async ValueTask NoticeLossAsync(CancellationToken cancellationToken)
    {
        try
        {
            var newest = await log.ReadLastAsync(cancellationToken);
            lock (_gate)
            {
                if (newest < _last)
                {
                    _last = newest;
                    Push(LiveFrames.Reset);
                }
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // the store is in trouble: the next such number asks again
        {
            logger.GapNotFilled(exception, _last);
        }
    }

    private void SayGoodbye()
    {
        foreach (var connection in _connections)
        {
            connection.End(WebSocketCloseStatus.EndpointUnavailable, "The server stops.");
        }
    }

    /// <summary>False when nothing came in the time worth waiting.</summary>
    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (_early.Count == 0 && !log.IsShared)
        {
            return await _commits.Reader.WaitToReadAsync(cancellationToken);
        }

        using var patience = new CancellationTokenSource(_early.Count > 0 ? Patience : SharedInterval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _commits.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // nothing came: time to ask the log
        }
    }

    private void PushInOrder()
    {
        while (_early.Count > 0)
        {
            var (first, changes) = _early.First();
            if (first > _last + 1)
            {
                return;
            }

            _early.Remove(first);
            if (first == _last + 1)
            {
                Push(changes);
            }
        }
    }

    private void Push(IReadOnlyList<LiveChange> changes)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            for (var from = 0; from < changes.Count; from += MostPerWrite)
            {
                var until = Math.Min(from + MostPerWrite, changes.Count);
                if (_connections.IsEmpty)
                {
                    Skip(changes, from, until);
                }
                else
                {
                    Push(changes, from, until, now);
                }
            }

            _frames.Forget();
        }
    }

    private void Push(IReadOnlyList<LiveChange> changes, int from, int until, DateTimeOffset now)
    {
        _frames.Begin(until - from);
        for (var index = from; index < until; index++)
        {
            var change = changes[index];
            _last++;
            Pushed?.Invoke(change);
            _frames.Add(change.Type, _last, now, change.Body);
        }

        var block = _frames.Take();
        foreach (var connection in _connections)
        {
            block.Use();
            connection.Offer(block.Bytes, block);
        }

        block.Leave();
    }

    private void Skip(IReadOnlyList<LiveChange> changes, int from, int until)
    {
        for (var index = from; index < until; index++)
        {
            _last++;
            Pushed?.Invoke(changes[index]);
        }
    }

    private void Push(ReadOnlyMemory<byte> frames)
    {
        foreach (var connection in _connections)
        {
            connection.Offer(frames);
        }
    }

    private async ValueTask FillGapAsync(CancellationToken cancellationToken)
    {
        try
        {
            var until = _early.Count > 0 ? _early.First().Key - 1 : await log.ReadLastAsync(cancellationToken);
            foreach (var row in await log.ReadAsync(_last, until, cancellationToken))
            {
                await PushAsync(row, cancellationToken);
            }

            lock (_gate)
            {
                _last = Math.Max(_last, until); // numbers of a commit that failed were never written
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // the store is in trouble: asked again in a moment
        {
            logger.GapNotFilled(exception, _last);
        }
    }

    private async ValueTask PushAsync(LiveLogRow row, CancellationToken cancellationToken)
    {
        var body = await bodies.LoadAsync(row.Type, row.Subject, cancellationToken);
        lock (_gate)
        {
            _last = row.Seq;
            if (body is not null)
            {
                Pushed?.Invoke(new LiveChange(row.Type, row.Subject, body));
                Push(LiveFrames.Event(row.Type, row.Seq, row.At, body));
            }
        }
    }
}
