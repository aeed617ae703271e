using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Scheduling;

/// <summary>
/// Sends scheduled messages when their time comes. Every node may run it: the row is taken in the transaction that makes it a message,
/// so that it is one message whatever stops meanwhile.
/// </summary>
internal sealed class ScheduledSender(
    IScheduledStore store, IOperatorStore operators, ConversationChanges changes, Posting posting, TimeProvider time,
    ILogger<ScheduledSender> logger) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // the store may be back at the next turn
            {
                logger.ScheduledNotSent(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SendDueAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await store.ListDueAsync(time.GetUtcNow(), MostAtOnce, cancellationToken))
        {
            var author = await operators.FindAsync(due.AuthorId, cancellationToken);
            await changes.RunAsync<MessageBody>(due.ConversationId, change => SendAsync(change, due.Id, author), cancellationToken);
        }
    }

    // A refusal comes back before anything was written, so the row may be put back with its reason in the same transaction.
    private async ValueTask<CommandResult<MessageBody>> SendAsync(ConversationChange change, Guid id, Operator? author)
    {
        if (await store.TakeDueAsync(change.Transaction, id, change.Now) is not { } message)
        {
            return new Refusal.NotFound("scheduled message"); // another node sent it, or a person changed it
        }

        change.Transaction.Publish(LiveChange.ScheduleChanged(message.ConversationId));
        var sent = author is { IsActive: true }
            ? await posting.ReplyAsync(
                change, new CurrentOperator(author.Id, author.Name, author.Role), message.Content,
                new PostMessageRequest(null, message.ReplyTo))
            : new Refusal.NotYours($"{message.AuthorName} no longer answers here.");
        if (sent.Refusal is { } refusal)
        {
            await KeepAsync(change, message, refusal);
        }

        return sent;
    }

    private async ValueTask KeepAsync(ConversationChange change, ScheduledMessage message, Refusal refusal)
    {
        var problem = refusal.ToProblem().ProblemDetails;
        var error = new SendError((string)problem.Extensions["code"]!, problem.Detail ?? "");
        await store.AddAsync(change.Transaction, message with { Error = error });
        await change.AddEventAsync(
            new Author(AuthorKind.System, null, null), "schedule-failed",
            $"A message that {message.AuthorName} wrote for now was not sent: {error.Detail}");
        await change.SaveAsync();
    }
}
