using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Relay;

namespace Rozmova.Desks.Webim;

/// <summary>What a change in a conversation asks of us.</summary>
internal sealed class WebimPlanner(WebimMarks marks, IDeskContents contents, TimeProvider time)
{
    /// <summary>How old an edit may be: a later change of the same message is no new edit, and its key is not remembered for ever.</summary>
    private static readonly TimeSpan OldestEdit = IDeskStore.KeysKept / 2;

    public async ValueTask<IReadOnlyList<NewDeskTask>> PlanAsync(LiveDesk desk, DeskNews news, CancellationToken cancellationToken)
    {
        if (await FindTaskAsync(desk, news, cancellationToken) is { } task)
        {
            return [task];
        }

        if (news.Message is { } message)
        {
            await contents.DoneAsync(desk.Row.Id, message, cancellationToken);
        }

        return [];
    }

    private async ValueTask<NewDeskTask?> FindTaskAsync(LiveDesk desk, DeskNews news, CancellationToken cancellationToken)
    {
        var visitorId = WebimVisitors.IdOf(news.Conversation);
        return news switch
        {
            { Type: LiveType.MessageCreated, Message: { Direction: MessageDirection.Inbound, DeletedAt: null } message } =>
                WebimTasks.OfMessage(visitorId, message.Id),
            { Type: LiveType.MessageUpdated, Message: { Direction: MessageDirection.Inbound, DeletedAt: null } message } =>
                await FindChangeAsync(desk, visitorId, message, cancellationToken),
            { Type: LiveType.MessageUpdated, Message: { Status: MessageStatus.Failed or MessageStatus.Unknown } message } =>
                await FindFailureAsync(desk, visitorId, message, cancellationToken),
            { Type: LiveType.ConversationUpdated, Conversation.Status: ConversationStatus.Closed } =>
                await FindClosingAsync(desk, visitorId, news.Conversation, cancellationToken),
            _ => null,
        };
    }

    private async ValueTask<NewDeskTask?> FindChangeAsync(
        LiveDesk desk, string visitorId, MessageBody message, CancellationToken cancellationToken)
    {
        if (message.EditedAt is { } editedAt)
        {
            return time.GetUtcNow() - editedAt < OldestEdit ? WebimTasks.OfEdit(visitorId, message.Id, editedAt) : null;
        }

        return message.Content.Media == Messaging.MediaState.Ready && await marks.IsFileAwaitedAsync(desk.Row.Id, message.Id, cancellationToken)
            ? WebimTasks.OfFile(visitorId, message.Id)
            : null;
    }

    private async ValueTask<NewDeskTask?> FindFailureAsync(
        LiveDesk desk, string visitorId, MessageBody message, CancellationToken cancellationToken) =>
        new WebimContract(desk.Connection).ReportsFailures
        && await marks.FindTheirsAsync(desk.Row.Id, message.Id, cancellationToken) is not null
            ? WebimTasks.OfFailure(visitorId, message.Id)
            : null;

    private async ValueTask<NewDeskTask?> FindClosingAsync(
        LiveDesk desk, string visitorId, ConversationBody conversation, CancellationToken cancellationToken) =>
        new WebimContract(desk.Connection).ClosesChats
        && await marks.FindChatAsync(desk.Row.Id, visitorId, cancellationToken) is { } chat
            ? WebimTasks.OfClosing(visitorId, conversation.Id, chat)
            : null;
}
