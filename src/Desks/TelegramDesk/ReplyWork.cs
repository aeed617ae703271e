using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;
using Message = Rozmova.Platforms.Telegram.Message;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>What an operator writes in the private chat, on to the customer or into a note. Done again after a crash, it is sent once.</summary>
internal sealed class ReplyWork(
    Posting posting, TelegramMedia media, IDeskFiles files, ShownConversations shown, ChannelDirectory channels, DeskMemory memory,
    DeskWork work, DeskBot bot)
{
    private const int MostPerEntry = 600;
    private const string Taken = "👌";

    /// <summary>Sends a message on. <paramref name="isSeen"/>: also when the customer has written since.</summary>
    public async ValueTask SendAsync(
        LiveDesk desk, DeskPerson person, ConversationId id, Message message, ReadOnlyMemory<byte> body, bool isSeen,
        CancellationToken cancellationToken)
    {
        var seen = isSeen ? null : await memory.FindSeenAsync(desk, person.OperatorId, id, cancellationToken);
        var answered = await FindAnsweredAsync(desk, person, id, message, cancellationToken);
        if (await PostAsync(
            desk, person, id, message, body, request => request with { Seen = seen, ReplyTo = answered }, cancellationToken))
        {
            await bot.ReactAsync(desk.Connection, person.Id, message.MessageId, Taken, cancellationToken);
        }
    }

    /// <summary>Keeps a message as a note.</summary>
    public async ValueTask NoteAsync(
        LiveDesk desk, DeskPerson person, ConversationId id, Message message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (await PostAsync(desk, person, id, message, body, request => request with { Note = true }, cancellationToken))
        {
            var kept = new BotMessage(Html.Escape(person.Texts.NoteKept)) { ReplyTo = message.MessageId, Silent = true };
            await SayAsync(desk, person, kept, cancellationToken);
        }
    }

    /// <summary>What was said in the message that this one answers, where the customer's messenger can show that.</summary>
    private async ValueTask<MessageId?> FindAnsweredAsync(
        LiveDesk desk, DeskPerson person, ConversationId id, Message message, CancellationToken cancellationToken) =>
        message.ReplyToMessage is { MessageId: var shownBy }
        && await memory.FindEntryAsync(desk, person.Id, shownBy, cancellationToken) is { } said
        && await shown.FindEntryAsync(said, cancellationToken) is
            { Message: { Direction: MessageDirection.Inbound or MessageDirection.Outbound, DeletedAt: null } entry }
        && entry.ConversationId == id
        && await shown.FindAsync(desk, id, cancellationToken) is { Channel.Id: var channel }
        && channels.Find(channel)?.Platform.Capabilities.Has("reply") == true
            ? said
            : null;

    /// <summary>False when it was not taken; then the writer has been told why.</summary>
    private async ValueTask<bool> PostAsync(
        LiveDesk desk, DeskPerson person, ConversationId id, Message message, ReadOnlyMemory<byte> body,
        Func<PostMessageRequest, PostMessageRequest> complete, CancellationToken cancellationToken)
    {
        if (await memory.FindSentAsync(desk, person.Id, message.MessageId, cancellationToken) is not null)
        {
            return true; // before a crash
        }

        if (await shown.FindAsync(desk, id, cancellationToken) is null)
        {
            await RefuseAsync(desk, person, message, person.Texts.Gone, cancellationToken);
            return false;
        }

        var (content, objection) = await ReadAsync(desk, person, id, TelegramContent.Read(message, body), cancellationToken);
        if (content is null)
        {
            await RefuseAsync(desk, person, message, objection, cancellationToken);
            return false;
        }

        var request = complete(new PostMessageRequest(content));
        var once = new SentOnce(memory, desk, person.Id, message.MessageId);
        var posted = await posting.PostAsync(id, person.ToCurrent(), request, once, cancellationToken);
        if (posted.Refusal is { } refusal)
        {
            await RefuseAsync(desk, person, id, message, refusal, cancellationToken);
        }

        return posted.Refusal is null;
    }

    /// <summary>As a request carries it, with its file fetched from Telegram.</summary>
    private async ValueTask<(ContentBody? Content, string Objection)> ReadAsync(
        LiveDesk desk, DeskPerson person, ConversationId id, MessageContent content, CancellationToken cancellationToken)
    {
        switch (content)
        {
            case MessageContent.Media { File: var attachment, Kind: var kind, Caption: var caption }:
                try
                {
                    using var file = await media.OpenAsync(desk.Connection, attachment, cancellationToken);
                    return await files.KeepAsync(id, file.Content, attachment.FileName, attachment.MimeType, cancellationToken) is { } kept
                        ? (new ContentBody { Type = kind.TypeName(), MediaId = kept.Id, Text = caption, FileName = attachment.FileName }, "")
                        : (null, person.Texts.FileTooLarge);
                }
                catch (MediaUnavailableException gone)
                {
                    return (null, person.Texts.FileUnavailable(gone.Message)); // never to be had; anything else is tried again
                }

            case MessageContent.Text or MessageContent.Location or MessageContent.ContactCard:
                return (content.ToBody(), "");
            default:
                return (null, person.Texts.CannotSendThis);
        }
    }

    private async ValueTask RefuseAsync(
        LiveDesk desk, DeskPerson person, ConversationId id, Message message, Refusal refusal, CancellationToken cancellationToken)
    {
        var words = RefusalWords.Of(refusal, person.Texts);
        if (refusal is not Refusal.UnseenMessages { Ids: var ids })
        {
            await RefuseAsync(desk, person, message, words, cancellationToken);
            return;
        }

        var lines = new List<string>();
        foreach (var unseen in ids)
        {
            if (await shown.FindEntryAsync(unseen, cancellationToken) is { } entry)
            {
                lines.Add(EntryText.HistoryLine(entry, entry.Message.Author.Name ?? "…", person.Texts, desk.Zone(), MostPerEntry));
            }
        }

        await memory.PutSeenAsync(desk, person.OperatorId, id, ids[^1], cancellationToken);
        var said = new BotMessage(Html.Lines([.. lines.TakeLast(5), "", Html.Escape(words)]))
        {
            ReplyTo = message.MessageId,
            Rows = [Keys.Row(Keys.Of(person.Texts.SendAnyway, new DeskAction.SendAnyway(id)))],
        };
        await bot.SendAsync(desk.Connection, person.Id, said, cancellationToken); // its words may belong on no disk
    }

    private ValueTask RefuseAsync(
        LiveDesk desk, DeskPerson person, Message message, string words, CancellationToken cancellationToken) =>
        SayAsync(desk, person, new BotMessage(Html.Escape(words)) { ReplyTo = message.MessageId }, cancellationToken);

    private ValueTask SayAsync(LiveDesk desk, DeskPerson person, BotMessage said, CancellationToken cancellationToken) =>
        work.AddAsync(desk.Row.Id, [DeskTasks.OfSaying(person.Id, said)], cancellationToken);

    /// <summary>Remembers in the transaction that sends it that this message was sent on.</summary>
    private sealed class SentOnce(DeskMemory memory, LiveDesk desk, long chat, long message) : IAnswerMemory
    {
        public ValueTask WriteAsync<T>(Transaction transaction, int status, T body) =>
            body is MessageBody { Id: var id } ? memory.PutSentAsync(transaction, desk, chat, message, id) : ValueTask.CompletedTask;
    }
}
