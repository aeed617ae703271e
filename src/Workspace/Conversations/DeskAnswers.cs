using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// How a desk knows what it has done already: <paramref name="IsDone"/> is asked in the transaction that does it, and
/// <paramref name="NoteAsync"/> written in it, with the messages that were made.
/// </summary>
internal sealed record DeskMemory(
    Func<Transaction, ValueTask<bool>> IsDone, Func<Transaction, IReadOnlyList<MessageId>, ValueTask> NoteAsync);

/// <summary>The messages an answer became; none where it had been given already.</summary>
internal sealed record DeskAnswer(IReadOnlyList<MessageId> Messages);

/// <summary>
/// What people say and do at a desk that is not ours: they are no operators here, so they claim nothing, and nobody's claim stands in their
/// way. Whoever holds the conversation reads that it was answered elsewhere.
/// </summary>
internal sealed class DeskAnswers(ConversationChanges changes, PostedContent contents, Posting posting)
{
    /// <summary>Sends what somebody said there.</summary>
    public async ValueTask<CommandResult<DeskAnswer>> PostAsync(
        ConversationId id, string author, ContentBody content, DeskMemory memory, CancellationToken cancellationToken)
    {
        var read = await contents.ReadAsync(id, content, cancellationToken);
        return read.Value is { } said
            ? await changes.RunAsync<DeskAnswer>(id, change => PostAsync(change, AuthorOf(author), said, memory), cancellationToken)
            : read.Refusal!;
    }

    /// <summary>Says what happened there. <paramref name="status"/> is where the conversation stands since; null where that is no news.</summary>
    public ValueTask<CommandResult<ConversationBody>> TellAsync(
        ConversationId id, string author, MessageContent.Event happened, ConversationStatus? status, DeskMemory? memory,
        CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (memory is not null && await memory.IsDone(change.Transaction))
            {
                return await change.ToBodyAsync();
            }

            if (status is { } now && now != change.Conversation.Status)
            {
                change.Set(current => current with
                {
                    Status = now,
                    SnoozedUntil = null,
                    WaitingSince = now == ConversationStatus.Closed ? null : current.WaitingSince,
                });
            }

            await change.AddEventAsync(AuthorOf(author), happened.Key, happened.Body);
            await (memory?.NoteAsync(change.Transaction, []) ?? ValueTask.CompletedTask);
            return await change.SaveAsync();
        }, cancellationToken);

    private async ValueTask<CommandResult<DeskAnswer>> PostAsync(
        ConversationChange change, Author author, MessageContent said, DeskMemory memory)
    {
        if (await memory.IsDone(change.Transaction))
        {
            return new DeskAnswer([]);
        }

        var fitted = await posting.FitAsync(change, said, isReply: false, change.Now);
        if (fitted.Value is not { } parts)
        {
            return fitted.Refusal!;
        }

        if (posting.Keep(change, parts) is not { } ids)
        {
            return new Refusal.CannotRelay();
        }

        if (change.Claim is { } claim && !await IsAnsweredThereAsync(change))
        {
            await change.AddEventAsync(author, "answered-elsewhere", $"{author.Name} answers, while {claim.Name} holds the conversation.");
        }

        await posting.SendAsync(change, author, ids, parts, replyTo: null);
        await memory.NoteAsync(change.Transaction, ids);
        return new DeskAnswer(ids);
    }

    /// <summary>Whether the newest message is of such a desk: then whoever holds the conversation has been told.</summary>
    private static async ValueTask<bool> IsAnsweredThereAsync(ConversationChange change) =>
        change.Conversation.LastMessageId is { } newest
        && await change.Store.FindMessageAsync(change.Transaction, newest) is { Author: { Kind: AuthorKind.Operator, Id: null } };

    private static Author AuthorOf(string name) => new(AuthorKind.Operator, null, name);
}
