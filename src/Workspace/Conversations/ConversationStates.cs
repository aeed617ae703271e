using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Labels;

namespace Rozmova.Workspace.Conversations;

/// <summary>Where a conversation stands: read, closed, open again, put away, labelled.</summary>
internal sealed class ConversationStates(ConversationChanges changes, ReadReceipts receipts, ILabelStore labelStore)
{
    public ValueTask<CommandResult<ConversationBody>> ReadAsync(ConversationId id, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (change.Conversation.Unread == 0)
            {
                return await change.ToBodyAsync();
            }

            change.Set(current => current with { Unread = 0 });
            var read = change.Conversation;
            change.Transaction.AfterCommit(() => receipts.Offer(read));
            return await change.SaveAsync();
        }, cancellationToken);

    public ValueTask<CommandResult<ConversationBody>> CloseAsync(
        ConversationId id, CurrentOperator me, CancellationToken cancellationToken) =>
        MoveAsync(id, ConversationStatus.Closed, me.ToAuthor(), $"{me.Name} closed the conversation.", cancellationToken);

    public ValueTask<CommandResult<ConversationBody>> ReopenAsync(
        ConversationId id, CurrentOperator me, CancellationToken cancellationToken) =>
        MoveAsync(id, ConversationStatus.Open, me.ToAuthor(), $"{me.Name} opened the conversation again.", cancellationToken);

    /// <summary>Puts it away until a time, or until the customer writes.</summary>
    public ValueTask<CommandResult<ConversationBody>> SnoozeAsync(
        ConversationId id, CurrentOperator me, DateTimeOffset until, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (until <= change.Now)
            {
                return new Refusal.Invalid("until", "The time must be in the future.");
            }

            var utc = until.ToUniversalTime();
            change.Set(current => current with { Status = ConversationStatus.Snoozed, SnoozedUntil = utc });
            var when = utc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            await change.AddEventAsync(me.ToAuthor(), "snoozed", $"{me.Name} put the conversation away until {when} UTC.");
            return await change.SaveAsync();
        }, cancellationToken);

    /// <summary>Opens a snoozed one whose time has come; one that was opened meanwhile stays as it is.</summary>
    public ValueTask<CommandResult<ConversationBody>> WakeAsync(ConversationId id, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (change.Conversation.SnoozedUntil is not { } until || until > change.Now)
            {
                return await change.ToBodyAsync();
            }

            change.Set(current => current with { Status = ConversationStatus.Open, SnoozedUntil = null });
            await change.AddEventAsync(new Author(AuthorKind.System, null, null), "reopened", "The time it was put away until has come.");
            return await change.SaveAsync();
        }, cancellationToken);

    public ValueTask<CommandResult<ConversationBody>> LabelAsync(
        ConversationId id, LabelsRequest request, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (LabelChange.TryApply(change.Conversation.Labels, request, out var labels) is { } mistake)
            {
                return mistake;
            }

            var spelt = await labelStore.UseAsync(change.Transaction, labels, change.Now);
            change.Set(current => current with { Labels = [.. spelt.Distinct()] });
            return await change.SaveAsync();
        }, cancellationToken);

    private ValueTask<CommandResult<ConversationBody>> MoveAsync(
        ConversationId id, ConversationStatus status, Author author, string sentence, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (change.Conversation.Status == status)
            {
                return await change.ToBodyAsync();
            }

            var closed = status == ConversationStatus.Closed;
            change.Set(current => current with
            {
                Status = status,
                SnoozedUntil = null,
                WaitingSince = closed ? null : current.WaitingSince,
            });
            await change.AddEventAsync(author, closed ? "closed" : "reopened", sentence);
            return await change.SaveAsync();
        }, cancellationToken);
}
