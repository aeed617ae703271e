using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Webim;

/// <summary>What Webim tells of its chats: a line in the conversation, and where it stands. Nothing the customer sees.</summary>
internal sealed class WebimChats(WebimMarks marks, WebimVisitors visitors, DeskAnswers answers, ConversationBodies bodies)
{
    private const int LongestName = 100;

    /// <summary>What a repeat is recognised by.</summary>
    public static string KeyOf(WebimCallback callback) => callback.Event == WebimCallback.ChatAssigned
        ? $"{callback.Event}/{callback.ChatId}/{callback.OperatorId}"
        : $"{callback.Event}/{callback.ChatId}";

    public async ValueTask<DeskOutcome> PerformAsync(LiveDesk desk, WebimCallback callback, CancellationToken cancellationToken)
    {
        if (await marks.FindVisitorAsync(desk.Row.Id, callback.VisitorIds, cancellationToken) is not { } visitor
            || await bodies.FindAsync(visitor.Conversation, cancellationToken) is not { } conversation)
        {
            return DeskOutcome.Finished;
        }

        var name = NameOf(desk, callback, visitors.IsPassThrough(conversation));
        var (happened, status) = callback.Event switch
        {
            WebimCallback.ChatStarted => (new MessageContent.Event("chat-started", $"{desk.Row.Name}: a chat began."), Reopened(conversation)),
            WebimCallback.ChatAssigned => (new MessageContent.Event("chat-assigned", $"{desk.Row.Name}: {name} took the chat."), null),
            _ => (new MessageContent.Event("chat-closed", $"{desk.Row.Name}: the chat was closed."), ConversationStatus.Closed),
        };

        await marks.SetChatAsync(
            desk.Row.Id, visitor.Id, callback.Event == WebimCallback.ChatClosed ? null : callback.ChatId, cancellationToken);
        var key = KeyOf(callback);
        await answers.TellAsync(
            conversation.Id, desk.Row.Name, happened, status,
            new DeskMemory(
                transaction => marks.HasHappenedAsync(transaction, desk.Row.Id, $"{visitor.Id}/{key}"),
                (transaction, _) => marks.NoteHappenedAsync(transaction, desk.Row.Id, $"{visitor.Id}/{key}")),
            cancellationToken);
        return DeskOutcome.Finished;
    }

    /// <summary>What the customer's side reads as the answering person: their own name where names may be kept, else the desk's.</summary>
    public static string NameOf(LiveDesk desk, WebimCallback callback, bool isPassThrough) =>
        isPassThrough || callback.OperatorName?.Trim() is not { Length: > 0 } name ? desk.Row.Name
            : name.Length <= LongestName ? name : name[..LongestName];

    private static ConversationStatus? Reopened(ConversationBody conversation) =>
        conversation.Status == ConversationStatus.Closed ? ConversationStatus.Open : null;
}
