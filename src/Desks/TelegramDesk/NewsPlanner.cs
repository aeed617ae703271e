using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Live;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>What a change in a conversation asks of the desk. Claims, closings and the like come as entries too, so entries are enough.</summary>
internal sealed class NewsPlanner(DeskPeople people)
{
    public async ValueTask<IReadOnlyList<NewDeskTask>> PlanAsync(DeskNews news, CancellationToken cancellationToken) => news switch
    {
        { Type: LiveType.MessageCreated, Message: { } message } => [.. await OfNewAsync(news.Conversation, message, cancellationToken)],
        { Type: LiveType.MessageUpdated, Message: { } message } => [.. await OfChangedAsync(news.Conversation, message, cancellationToken)],
        _ => [],
    };

    private async ValueTask<IReadOnlyList<NewDeskTask>> OfNewAsync(
        ConversationBody conversation, MessageBody message, CancellationToken cancellationToken)
    {
        if (message.Direction == MessageDirection.Event)
        {
            NewDeskTask[] claim = conversation.Claim is { Until: var until } ? [DeskTasks.OfClaimEnd(conversation.Id, until)] : [];
            return [DeskTasks.OfNotice(conversation.Id), DeskTasks.OfEvent(conversation.Id, message.Id), .. claim];
        }

        var holder = await FindHolderAsync(conversation, cancellationToken);
        List<NewDeskTask> tasks = message.Direction == MessageDirection.Note ? [] : [DeskTasks.OfNotice(conversation.Id)];
        if (holder is { } user)
        {
            tasks.Add(DeskTasks.OfTelling(user, message.Id));
        }

        if (message is { Direction: MessageDirection.Inbound } && HasFile(message))
        {
            tasks.Add(DeskTasks.OfFile(conversation.Id, message.Id, user: null)); // whoever holds it gets it with the text
        }

        return tasks;
    }

    private async ValueTask<IReadOnlyList<NewDeskTask>> OfChangedAsync(
        ConversationBody conversation, MessageBody message, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case { Direction: MessageDirection.Outbound, Status: MessageStatus.Failed or MessageStatus.Unknown }:
                return [DeskTasks.OfUndelivered(conversation.Id, message.Id, $"{message.Status}")];
            case { Direction: MessageDirection.Inbound }:
                List<NewDeskTask> tasks = [];
                var holder = await FindHolderAsync(conversation, cancellationToken);
                if (message.Content.Media == MediaState.Ready)
                {
                    tasks.AddRange(Files(conversation, message, holder));
                }

                if (message.EditedAt is { } at)
                {
                    tasks.Add(DeskTasks.OfNotice(conversation.Id));
                    tasks.AddRange(holder is { } user
                        ? [DeskTasks.OfTelling(user, message.Id, FormattableString.Invariant($"edit:{message.Id}:{at.UtcTicks}"))]
                        : Array.Empty<NewDeskTask>());
                }

                return tasks;
            default:
                return [];
        }
    }

    /// <summary>One that is here, or one that passes through and is never kept.</summary>
    private static bool HasFile(MessageBody message) => message.Content is { Media: MediaState.Ready }
        || (message.Content is { Withheld: true, Type: var type } && ContentMapping.ToMediaKind(type) is not null);

    private static IEnumerable<NewDeskTask> Files(ConversationBody conversation, MessageBody message, long? holder)
    {
        yield return DeskTasks.OfFile(conversation.Id, message.Id, user: null);
        if (holder is { } user)
        {
            yield return DeskTasks.OfFile(conversation.Id, message.Id, user);
        }
    }

    private async ValueTask<long?> FindHolderAsync(ConversationBody conversation, CancellationToken cancellationToken) =>
        conversation.Claim is { } claim ? await people.FindChatAsync(claim.OperatorId, cancellationToken) : null;
}
