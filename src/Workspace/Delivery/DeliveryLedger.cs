using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Delivery;

/// <summary>
/// What Delivery writes down: departures before they leave, results after. Results of all channels share transactions: whatever
/// came in while one was being committed is the next. HOT: measured by the delivery benchmark.
/// </summary>
internal sealed class DeliveryLedger(
    IDeliveryStore store, WaitingChanges waiting, ITransactions transactions, TimeProvider time, ILogger<DeliveryLedger> log) : IDisposable
{
    private const int MostPerTransaction = 256;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // Full means the database is behind; senders wait for a place, and with them their next departures.
    private readonly Channel<Entry> _results = Channel.CreateBounded<Entry>(new BoundedChannelOptions(4096) { SingleReader = true });

    private readonly CancellationTokenSource _end = new();

    // Whoever marks a departure signs it: what we find signed by us after a commit that broke off is still ours to send.
    private readonly Guid _process = Guid.CreateVersion7(time.GetUtcNow());

    public ValueTask<IReadOnlyList<Departure>> LoadNextAsync(IReadOnlyList<ConversationId> ids, CancellationToken cancellationToken) =>
        store.LoadNextAsync(ids, cancellationToken);

    /// <summary>Makes durable that these are about to leave. Returns those that may.</summary>
    public async Task<HashSet<MessageId>> MarkSendingAsync(IReadOnlyList<MessageId> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return [.. await transactions.WriteAsync(transaction => store.MarkSendingAsync(transaction, ids, _process, now), cancellationToken)];
    }

    /// <summary>Completes once the result is durable; cancelled when <see cref="End"/> came first.</summary>
    public async Task RecordAsync(DeliveryResult result)
    {
        var entry = new Entry(result);
        await _results.Writer.WriteAsync(entry, _end.Token);
        await entry.Done.Task.WaitAsync(_end.Token);
    }

    /// <summary>Writes until <see cref="End"/>. Nothing that was sent may be forgotten, so a failing database is asked again and again.</summary>
    public async Task RunAsync()
    {
        var batch = new List<Entry>(MostPerTransaction);
        while (await _results.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < MostPerTransaction && _results.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            await WriteAsync(batch, _end.Token);
        }
    }

    /// <summary>Stops writing. What could not be written is found at the next start.</summary>
    public void End()
    {
        _results.Writer.TryComplete();
        _end.Cancel();
    }

    public void Dispose() => _end.Dispose();

    private async Task WriteAsync(List<Entry> batch, CancellationToken cancellationToken)
    {
        try
        {
            await CommitAsync(batch, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program ends; the rows are found at the next start.
        }
        catch (Exception exception)
        {
            // Perhaps the database is away, perhaps one result spoils it for all: each goes on alone.
            log.RecordingFailed(exception, batch.Count);
            foreach (var entry in batch)
            {
                _ = WriteAloneAsync(entry, cancellationToken);
            }
        }
    }

    private async Task WriteAloneAsync(Entry entry, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await CommitAsync([entry], cancellationToken);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                log.RecordingFailed(exception, 1); // asked again below
            }
            catch (OperationCanceledException)
            {
                return; // the program ends; the row is found at the next start
            }

            await Task.Delay(RetryAfter, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CommitAsync(IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        DeliveryResult[] results = [.. entries.Select(entry => entry.Result)];
        await transactions.WriteAsync(
            async transaction =>
            {
                foreach (var changed in await waiting.ApplyAsync(transaction, results, await store.RecordAsync(transaction, results)))
                {
                    transaction.Publish(LiveChange.MessageUpdated(changed.ToBody()));
                }

                return results.Length;
            },
            cancellationToken);

        foreach (var entry in entries)
        {
            entry.Done.SetResult();
        }
    }

    private sealed record Entry(DeliveryResult Result)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
