using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Relay;

/// <summary>
/// Says in a conversation that the text of a message is lost, so that nothing is hidden: what was in memory when the program stopped, and
/// what no desk took in time.
/// </summary>
internal sealed class LostTexts(
    IRelayedStore store, RelayedMessages messages, ConversationChanges changes, ITransactions transactions, TimeProvider time,
    ILogger<LostTexts> logger) : BackgroundService
{
    private const string Key = "text-lost";

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    // One waiting signal is as good as ten.
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something is lost.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Before anything new comes: memory is empty, so whatever was to be in it is lost.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await transactions.WriteAsync(async transaction =>
        {
            await store.LoseAllAsync(transaction);
            return true;
        }, cancellationToken);
        Wake();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = time.CreateTimer(_ => Wake(), null, Interval, Interval);
        await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // the store may be back at the next turn
            {
                logger.LostNotTold(exception);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await store.ListWaitingAsync(cancellationToken);
        await transactions.WriteAsync(async transaction =>
        {
            foreach (var message in waiting)
            {
                if (messages.IsTaken(message))
                {
                    // The last desk that it waited for is off or gone.
                    await store.RemoveAsync(transaction, message.Id);
                    transaction.AfterCommit(() => messages.ReleaseTaken(message));
                }
                else if (messages.Find(message) is null)
                {
                    await store.LoseAsync(transaction, message.Id);
                }
            }

            await store.TrimAsync(transaction, now - Remembered);
            return true;
        }, cancellationToken);

        foreach (var (conversation, state, _) in await store.ListLostAsync(cancellationToken))
        {
            await changes.RunAsync<ConversationBody>(
                conversation,
                async change =>
                {
                    var count = await store.TellAsync(change.Transaction, conversation, state);
                    if (count == 0)
                    {
                        return await change.ToBodyAsync(); // another process has told of them
                    }

                    await change.AddEventAsync(new Author(AuthorKind.System, null, null), Key, Sentence(count, state));
                    change.Transaction.AfterCommit(() => logger.TextsLost(conversation, count));
                    return await change.SaveAsync();
                },
                cancellationToken);
        }
    }

    private static string Sentence(int count, RelayedState state)
    {
        var what = count == 1 ? "The text of a message" : $"The texts of {count} messages";
        return state == RelayedState.LostInTime
            ? $"{what} waited in memory for too long and {(count == 1 ? "was" : "were")} let go."
            : $"{what} {(count == 1 ? "was" : "were")} lost when the program stopped.";
    }
}
