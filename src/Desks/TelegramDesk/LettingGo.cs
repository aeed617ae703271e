using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Relay;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>
/// Lets go of what passes through memory. It is needed until the customer has an answer, as whoever takes the conversation reads it, and
/// until all who are to be told of it or sent its file have it.
/// </summary>
internal sealed class LettingGo(IDeskContents contents, ConversationBodies bodies, IDeskStore store, DeskWork work)
{
    private static readonly TimeSpan UntilAllHaveIt = TimeSpan.FromSeconds(1);

    /// <summary>What a conversation does not need any more.</summary>
    public async ValueTask LetGoAsync(
        LiveDesk desk, ConversationBody conversation, IReadOnlyList<Message> newest, CancellationToken cancellationToken)
    {
        var isDone = NoticeStates.Of(conversation, newest).State is NoticeState.Answered or NoticeState.Closed;
        foreach (var message in newest.Where(entry => isDone || entry.Direction != MessageDirection.Inbound).Select(entry => entry.ToBody()))
        {
            if (message.Content.Withheld && !await TryAsync(desk, message, cancellationToken))
            {
                await work.AddAsync(desk.Row.Id, [DeskTasks.OfLettingGo(conversation.Id, message.Id)], cancellationToken);
            }
        }
    }

    /// <summary>One that somebody had not been shown yet.</summary>
    public async ValueTask<DeskOutcome> LetGoAsync(LiveDesk desk, MessageId id, CancellationToken cancellationToken) =>
        await bodies.FindMessageAsync(id, cancellationToken) is not { } message || await TryAsync(desk, message, cancellationToken)
            ? DeskOutcome.Finished
            : new DeskOutcome.Again(UntilAllHaveIt, "still-shown");

    private async ValueTask<bool> TryAsync(LiveDesk desk, MessageBody message, CancellationToken cancellationToken)
    {
        if (await store.IsBusyWithAsync(desk.Row.Id, message.Id.Value, cancellationToken))
        {
            return false;
        }

        await contents.DoneAsync(desk.Row.Id, message, cancellationToken);
        return true;
    }
}
