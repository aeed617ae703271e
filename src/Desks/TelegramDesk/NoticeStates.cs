using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>How a conversation stands for those who might answer it. Pure.</summary>
internal static class NoticeStates
{
    /// <summary>The state, and whose doing it is. <paramref name="newest"/> are its newest entries.</summary>
    public static (NoticeState State, string? By) Of(ConversationBody conversation, IReadOnlyList<Message> newest)
    {
        if (conversation.Status == ConversationStatus.Closed)
        {
            return (NoticeState.Closed, null);
        }

        var asked = newest.LastOrDefault(entry => entry.Direction == MessageDirection.Inbound)?.Seq ?? 0;
        var answer = newest.LastOrDefault(entry =>
            entry is { Direction: MessageDirection.Outbound, Author.Kind: AuthorKind.Operator } && entry.Seq > asked);
        return (answer, conversation.Claim) switch
        {
            ({ Author.Name: var name }, _) => (NoticeState.Answered, name),
            (null, { Name: var name }) => (NoticeState.Taken, name),
            _ => (NoticeState.Waiting, null),
        };
    }
}
