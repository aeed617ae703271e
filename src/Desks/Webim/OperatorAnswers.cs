using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

/// <summary>
/// What operators say at Webim, on its way to the customer: sent once, however often Webim or a restart repeats it. What cannot be sent is
/// said in the conversation and, as a message of the visitor's, at Webim.
/// </summary>
internal sealed class OperatorAnswers(
    WebimMarks marks, WebimKeyboards keyboards, WebimVisitors visitors, WebimNotes notes, OperatorContents contents, DeskAnswers answers,
    SentMessages sent, DeskWork work, ConversationBodies bodies, ILogger<OperatorAnswers> logger)
{
    private const int MostTries = 20;
    private static readonly TimeSpan UntilThereIsRoom = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UntilItHasLeft = TimeSpan.FromSeconds(3);

    public async ValueTask<DeskOutcome> PerformAsync(
        LiveDesk desk, DeskTask task, WebimCallback callback, CancellationToken cancellationToken)
    {
        if (callback.Said is not { } said || task.Subject is not { } subject
            || await marks.FindVisitorAsync(desk.Row.Id, callback.VisitorIds, cancellationToken) is not { } visitor
            || await bodies.FindAsync(visitor.Conversation, cancellationToken) is not { } conversation
            || await IsOursAsync(said, conversation, cancellationToken))
        {
            return DeskOutcome.Finished;
        }

        var theirs = said.Id ?? $"{subject:N}";
        var ours = await marks.FindOursAsync(desk.Row.Id, theirs, cancellationToken);
        var answer = new WebimAnswerTask(desk, task, visitor, conversation, theirs, said);
        return (said, ours) switch
        {
            ({ IsDeleted: true }, _) => await DeleteAsync(answer, ours, cancellationToken),
            ({ IsEdited: true }, { Count: > 0 }) => await EditAsync(answer, ours, cancellationToken),
            (_, { Count: > 0 }) => DeskOutcome.Finished, // sent before the restart that repeats it
            _ => await SendAsync(
                answer, WebimChats.NameOf(desk, callback, visitors.IsPassThrough(conversation)), cancellationToken),
        };
    }

    private async ValueTask<DeskOutcome> SendAsync(WebimAnswerTask answer, string name, CancellationToken cancellationToken)
    {
        var desk = answer.Desk.Row.Id;
        var made = await contents.MakeAsync(answer, cancellationToken);
        if (made.Content is not { } content)
        {
            return made.Obstacle ?? await RefuseAsync(answer, made.Why, cancellationToken);
        }

        var isPassing = visitors.IsPassThrough(answer.Conversation);
        var memory = new DeskMemory(
            transaction => marks.IsAnsweredAsync(transaction, desk, answer.Theirs),
            async (transaction, ids) =>
            {
                await marks.NoteAnswerAsync(transaction, desk, answer.Theirs, ids);
                await (made.Offered is { } offered
                    ? keyboards.OfferAsync(transaction, desk, answer.Visitor.Id, offered, isPassing)
                    : keyboards.MoveOnAsync(transaction, desk, answer.Visitor.Id, isPassing));
            });
        var posted = await answers.PostAsync(answer.Conversation.Id, name, content, memory, cancellationToken);
        return posted.Refusal switch
        {
            null => DeskOutcome.Finished,
            Refusal.CannotRelay => new DeskOutcome.Again(UntilThereIsRoom, "There is no room in memory for the answer."),
            { } refusal => await RefuseAsync(answer, WordsOf(refusal), cancellationToken),
        };
    }

    // A message of several parts keeps its old words: nobody can tell which part the new ones stand for.
    private async ValueTask<DeskOutcome> EditAsync(
        WebimAnswerTask answer, IReadOnlyList<MessageId> ours, CancellationToken cancellationToken)
    {
        if (ours.Count != 1 || answer.Said.Text is not { } text)
        {
            logger.ChangeIgnored(answer.Desk.Row.Id, ours[0], "it was sent in parts");
            return DeskOutcome.Finished;
        }

        var before = await bodies.FindMessageAsync(ours[0], cancellationToken);
        var edited = (before?.Content ?? new ContentBody { Type = "text" }) with { Text = text };
        var changed = await sent.EditAsync(answer.Conversation.Id, ours[0], me: null, edited, cancellationToken);
        return Judge(answer, ours[0], changed.Refusal);
    }

    private async ValueTask<DeskOutcome> DeleteAsync(
        WebimAnswerTask answer, IReadOnlyList<MessageId> ours, CancellationToken cancellationToken)
    {
        foreach (var id in ours)
        {
            var gone = await sent.DeleteAsync(answer.Conversation.Id, id, me: null, cancellationToken);
            if (Judge(answer, id, gone.Refusal) is DeskOutcome.Again again)
            {
                return again;
            }
        }

        return DeskOutcome.Finished;
    }

    /// <summary>One that is just leaving can be changed in a moment; what the messenger cannot change stays as it is.</summary>
    private DeskOutcome Judge(WebimAnswerTask answer, MessageId message, Refusal? refusal)
    {
        if (refusal is Refusal.WrongState && answer.Task.Attempts < MostTries)
        {
            return new DeskOutcome.Again(UntilItHasLeft, "The message to change is on its way.");
        }

        if (refusal is not null)
        {
            logger.ChangeIgnored(answer.Desk.Row.Id, message, refusal.GetType().Name);
        }

        return DeskOutcome.Finished;
    }

    private async ValueTask<DeskOutcome> RefuseAsync(WebimAnswerTask answer, string why, CancellationToken cancellationToken)
    {
        var desk = answer.Desk;
        await notes.NotSentAsync(
            desk, answer.Conversation.Id, $"{desk.Row.Name}: an answer was not sent. {why}", cancellationToken);
        if (new WebimContract(desk.Connection).ReportsFailures)
        {
            await work.AddAsync(
                desk.Row.Id, [WebimTasks.OfRefusal(answer.Visitor.Id, answer.Task.Subject!.Value, why)], cancellationToken);
        }

        return new DeskOutcome.Dropped("The answer could not be sent; it is told here and there.");
    }

    /// <summary>Whether it is a message of the customer's that comes back under the id we gave it.</summary>
    private async ValueTask<bool> IsOursAsync(WebimSaid said, ConversationBody conversation, CancellationToken cancellationToken) =>
        Guid.TryParse(said.Id, out var id)
        && await bodies.FindMessageAsync(new MessageId(id), cancellationToken) is { } message && message.ConversationId == conversation.Id;

    private static string WordsOf(Refusal refusal) => refusal switch
    {
        Refusal.NotSupported unsupported => unsupported.Detail,
        Refusal.WindowClosed => "The messenger's time for answering is over, until the customer writes again.",
        Refusal.PublicUrlNeeded => "This messenger fetches files itself, and the program has no public address.",
        Refusal.Erased => "The customer was erased.",
        Refusal.Invalid invalid => invalid.Detail,
        _ => "It could not be sent.",
    };
}

/// <summary>An answer on its way: what was said to whom, and the id Webim knows it by.</summary>
internal sealed record WebimAnswerTask(
    LiveDesk Desk, DeskTask Task, KnownVisitor Visitor, ConversationBody Conversation, string Theirs, WebimSaid Said)
{
    /// <inheritdoc/>
    public override string ToString() => Theirs;
}
