using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>What follows from claims, hand-overs and messages that did not arrive: lines in the log chat, words to those concerned.</summary>
internal sealed class EventWork(ShownConversations shown, DeskPeople people, DeskMemory memory, DeskWork work)
{
    /// <summary>An event of a conversation, wherever it was made.</summary>
    public async ValueTask HappenedAsync(LiveDesk desk, MessageId id, CancellationToken cancellationToken)
    {
        if (await shown.FindEntryAsync(id, cancellationToken) is not { Content: MessageContent.Event { Key: var key } } entry
            || await shown.FindAsync(desk, entry.Message.ConversationId, cancellationToken) is not { } conversation)
        {
            return;
        }

        var by = entry.Message.Author;
        var name = by.Name ?? "";
        var (texts, claim) = (desk.Texts(), conversation.Claim);
        var line = key switch
        {
            "claimed" => texts.LogClaimed(name),
            "released" => texts.LogReleased(name),
            "transferred" => texts.LogTransferred(name, claim?.Name ?? ""),
            _ => null,
        };
        List<NewDeskTask> tasks = [];
        if (line is not null && desk.LogChat() is { } log)
        {
            tasks.Add(DeskTasks.OfLogging(log, new BotMessage($"{Html.Escape(line)} {Html.Bold(Titles.Of(conversation))}") { Silent = true }));
        }

        if (claim is not null && key is "claimed" or "transferred")
        {
            await memory.PutHeldAsync(desk, claim!.OperatorId, conversation.Id, cancellationToken);
            tasks.AddRange(await TellLosersAsync(desk, conversation, claim, by, cancellationToken));
        }

        if (claim is not null && key is "transferred" or "asked" && by.Id != claim!.OperatorId.Value)
        {
            tasks.AddRange(await TellHolderAsync(desk, conversation, claim, key == "asked", by, cancellationToken));
        }

        await work.AddAsync(desk.Row.Id, tasks, cancellationToken);
    }

    /// <summary>A claim's time is over: the group is told, unless it was renewed, and then this is looked at again.</summary>
    public async ValueTask ClaimEndsAsync(LiveDesk desk, ConversationId id, CancellationToken cancellationToken)
    {
        if (await shown.FindAsync(desk, id, cancellationToken) is { } conversation)
        {
            var next = conversation.Claim is { Until: var until } ? DeskTasks.OfClaimEnd(id, until) : DeskTasks.OfNotice(id);
            await work.AddAsync(desk.Row.Id, [next], cancellationToken);
        }
    }

    /// <summary>A message of ours that did not arrive, or of which nobody knows: its writer hears of it where they wrote it.</summary>
    public async ValueTask UndeliveredAsync(LiveDesk desk, MessageId id, CancellationToken cancellationToken)
    {
        if (await shown.FindEntryAsync(id, cancellationToken) is not { Message: { Status: MessageStatus.Failed or MessageStatus.Unknown } message }
            || await shown.FindAsync(desk, message.ConversationId, cancellationToken) is not { } conversation)
        {
            return; // settled meanwhile
        }

        var detail = message.Error?.Detail ?? message.Error?.Code ?? "";
        var isFailed = message.Status == MessageStatus.Failed;
        List<NewDeskTask> tasks = [];
        if (await memory.FindWrittenAsync(desk, id, cancellationToken) is (var chat, var written))
        {
            var texts = await people.TextsOfAsync(desk, chat, cancellationToken);
            tasks.Add(DeskTasks.OfSaying(chat, new BotMessage(Html.Lines(
                Html.Bold(Titles.Of(conversation)), Html.Escape(isFailed ? texts.NotSent(detail) : texts.PerhapsSent))) { ReplyTo = written }));
        }

        if (desk.LogChat() is { } log)
        {
            var line = isFailed ? desk.Texts().LogNotSent(detail) : desk.Texts().LogPerhapsSent;
            tasks.Add(DeskTasks.OfLogging(log, new BotMessage($"{Html.Escape(line)} {Html.Bold(Titles.Of(conversation))}")));
        }

        await work.AddAsync(desk.Row.Id, tasks, cancellationToken);
    }

    /// <summary>Whoever has it open and does not hold it any more would write in vain.</summary>
    private async ValueTask<IReadOnlyList<NewDeskTask>> TellLosersAsync(
        LiveDesk desk, ConversationBody conversation, ClaimBody claim, AuthorBody by, CancellationToken cancellationToken)
    {
        var tasks = new List<NewDeskTask>();
        foreach (var id in await memory.ListOpenAsync(desk, conversation.Id, cancellationToken))
        {
            if (id != claim.OperatorId && id.Value != by.Id && await people.FindChatAsync(id, cancellationToken) is { } user)
            {
                var texts = await people.TextsOfAsync(desk, user, cancellationToken);
                tasks.Add(DeskTasks.OfSaying(user, Words(conversation, texts.TakenFromYou(claim.Name))));
            }
        }

        return tasks;
    }

    private async ValueTask<IReadOnlyList<NewDeskTask>> TellHolderAsync(
        LiveDesk desk, ConversationBody conversation, ClaimBody claim, bool isAsked, AuthorBody by, CancellationToken cancellationToken)
    {
        if (await people.FindChatAsync(claim.OperatorId, cancellationToken) is not { } user)
        {
            return []; // they work elsewhere
        }

        var texts = await people.TextsOfAsync(desk, user, cancellationToken);
        var words = Words(conversation, isAsked ? texts.AsksYou(by.Name ?? "") : texts.HandedToYou(by.Name ?? ""));
        return
        [
            DeskTasks.OfSaying(user, words with
            {
                Rows =
                [
                    Keys.Row(
                        Keys.Of(texts.Open, new DeskAction.Open(conversation.Id)),
                        isAsked && by.Id is { } asker
                            ? Keys.Of(texts.Transfer, new DeskAction.Transfer(conversation.Id, new OperatorId(asker)))
                            : null),
                ],
            }),
        ];
    }

    private static BotMessage Words(ConversationBody conversation, string words) =>
        new(Html.Lines(Html.Bold(Titles.Of(conversation)), Html.Escape(words)));
}
