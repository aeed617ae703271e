using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Conversations;

/// <summary>Where a conversation stands: read, closed, open again, put away, labelled.</summary>
internal sealed class ConversationStates(ConversationChanges changes)
{
    private const int MostLabels = 50;
    private const int LongestLabel = 64;

    public ValueTask<CommandResult<ConversationBody>> ReadAsync(ConversationId id, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (change.Conversation.Unread == 0)
            {
                return await change.ToBodyAsync();
            }

            change.Set(current => current with { Unread = 0 });
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
        ConversationId id, IReadOnlyList<string> add, IReadOnlyList<string> remove, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            var labels = Relabel(change.Conversation.Labels, add, remove);
            if (labels.Any(label => label.Length is 0 or > LongestLabel))
            {
                return new Refusal.Invalid("add", $"A label has 1 to {LongestLabel} characters.");
            }

            if (labels.Count > MostLabels)
            {
                return new Refusal.Invalid("add", $"A conversation has at most {MostLabels} labels.");
            }

            change.Set(current => current with { Labels = labels });
            return await change.SaveAsync();
        }, cancellationToken);

    /// <summary>Without repeats, in the order they were given.</summary>
    internal static IReadOnlyList<string> Relabel(IReadOnlyList<string> labels, IReadOnlyList<string> add, IReadOnlyList<string> remove) =>
        [.. labels.Except(remove.Select(label => label.Trim())).Union(add.Select(label => label.Trim()))];

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
