using System.Runtime.CompilerServices;
using System.Threading.Channels;
using System.Threading.Tasks.Sources;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Intake;

/// <summary>
/// The journal of a single node, in its database: one flusher turns whatever waits into one commit (group commit), then hands the
/// entries to the partitions' readers in memory. HOT: measured by the intake benchmark.
/// </summary>
internal sealed class EmbeddedJournal : IJournal, IAsyncDisposable
{
    private const int MostPerCommit = 512;
    private const int MostPerRead = 512;

    private readonly IJournalStore _store;
    private readonly Channel<Append> _appends;
    private readonly Channel<JournalEntry>[] _partitions;
    private readonly Unfinished _unfinished = new();
    private readonly Task _flusher;

    public EmbeddedJournal(IJournalStore store)
    {
        _store = store;

        // Full: the next callers wait, and with them the platforms' requests.
        _appends = Channel.CreateBounded<Append>(new BoundedChannelOptions(4096) { SingleReader = true });
        _partitions = [.. Enumerable.Range(0, store.Partitions).Select(_ => Channel.CreateBounded<JournalEntry>(
            new BoundedChannelOptions(8192) { SingleReader = true }))];
        _flusher = Task.Run(FlushLoopAsync);
    }

    /// <inheritdoc/>
    public int Partitions => _partitions.Length;

    /// <inheritdoc/>
    public ValueTask AppendAsync(JournalRequest request)
    {
        var append = new Append(request);
        return _appends.Writer.TryWrite(append) ? append.Durable : WaitAsync(append);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(
        int partition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = _partitions[partition].Reader;
        while (await reader.WaitToReadAsync(cancellationToken))
        {
            var batch = new List<JournalEntry>(Math.Min(reader.Count, MostPerRead));
            while (batch.Count < MostPerRead && reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            yield return batch;
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(Transaction transaction, IReadOnlyList<JournalEntry> entries)
    {
        // A request of one partition goes with the commit that stored it. One of several goes with a later commit, after its last
        // part: until then a crash replays all of it, which changes nothing that was done.
        var done = _unfinished.Take();
        foreach (var entry in entries)
        {
            if (entry.Request.Entries.Count == 1)
            {
                done.Add(entry.Request.Id);
            }
            else
            {
                transaction.AfterCommit(() => _unfinished.Finish(entry.Request));
            }
        }

        return _store.RemoveAsync(transaction, done);
    }

    /// <inheritdoc/>
    public async ValueTask<int> RecoverAsync(
        Func<JournalRequest, CancellationToken, ValueTask<IReadOnlyList<JournalEntry>?>> read, CancellationToken cancellationToken)
    {
        var (recovered, last) = (0, 0L);
        while (await _store.ListAsync(last, MostPerRead, cancellationToken) is { Count: > 0 } requests)
        {
            foreach (var request in requests)
            {
                last = request.Id;
                if (await read(request, cancellationToken) is { } entries)
                {
                    request.Entries = entries;
                    await QueueAsync(request);
                    recovered++;
                }
            }
        }

        return recovered;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _appends.Writer.TryComplete();
        await _flusher;
    }

    private async ValueTask WaitAsync(Append append)
    {
        await _appends.Writer.WriteAsync(append);
        await append.Durable;
    }

    private async Task FlushLoopAsync()
    {
        var batch = new List<Append>(MostPerCommit);
        var requests = new List<JournalRequest>(MostPerCommit);
        while (await _appends.Reader.WaitToReadAsync())
        {
            batch.Clear();
            requests.Clear();
            while (batch.Count < MostPerCommit && _appends.Reader.TryRead(out var append))
            {
                batch.Add(append);
                requests.Add(append.Request);
            }

            await FlushAsync(batch, requests);
        }
    }

    private async ValueTask FlushAsync(List<Append> batch, List<JournalRequest> requests)
    {
        try
        {
            await _store.AppendAsync(requests);
        }
        catch (Exception exception) // not durable: each caller hears it and answers 503
        {
            batch.ForEach(append => append.Fail(exception));
            return;
        }

        foreach (var append in batch)
        {
            append.Succeed();
            await QueueAsync(append.Request);
        }
    }

    private async ValueTask QueueAsync(JournalRequest request)
    {
        if (request.Entries.Count > 1)
        {
            _unfinished.Add(request);
        }

        for (var part = 0; part < request.Entries.Count; part++)
        {
            var entry = request.Entries[part];
            var partition = _partitions[entry.Partition].Writer;
            if (!partition.TryWrite(entry))
            {
                await partition.WriteAsync(entry);
            }
        }
    }

    /// <summary>A request that waits for its commit. One object, because there is one for every webhook.</summary>
    private sealed class Append(JournalRequest request) : IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<bool> _done = new() { RunContinuationsAsynchronously = true };

        public JournalRequest Request { get; } = request;

        /// <summary>To be awaited once.</summary>
        public ValueTask Durable => new(this, _done.Version);

        public void Succeed() => _done.SetResult(true);

        public void Fail(Exception exception) => _done.SetException(exception);

        public void GetResult(short token) => _done.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _done.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _done.OnCompleted(continuation, state, token, flags);
    }

    /// <summary>Requests of several partitions that have parts left.</summary>
    private sealed class Unfinished
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<long, int> _partsLeft = [];
        private List<long> _done = [];

        public void Add(JournalRequest request)
        {
            lock (_gate)
            {
                _partsLeft[request.Id] = request.Entries.Count;
            }
        }

        public void Finish(JournalRequest request)
        {
            lock (_gate)
            {
                if (--_partsLeft[request.Id] == 0)
                {
                    _partsLeft.Remove(request.Id);
                    _done.Add(request.Id);
                }
            }
        }

        /// <summary>The ids whose last part is committed. Should the taking commit fail, a restart replays them.</summary>
        public List<long> Take()
        {
            lock (_gate)
            {
                var taken = _done;
                _done = [];
                return taken;
            }
        }
    }
}
