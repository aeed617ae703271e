using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// What an operator writes. <paramref name="Seen"/> is the newest message they had read; null when they do not say.
/// <paramref name="SendAt"/> is when it shall be sent; null for now.
/// </summary>
public sealed record PostMessageRequest(
    ContentBody? Content, MessageId? ReplyTo = null, bool Note = false, MessageId? Seen = null, DateTimeOffset? SendAt = null);

/// <summary>Messages and notes of operators.</summary>
internal sealed class Posting(
    ConversationChanges changes, ChannelDirectory channels, PostedContent contents, PassThroughRules rules, RelayedMessages relayed,
    IOutbox outbox, IDeliveryQueue delivery, ReadReceipts receipts, IOptions<RozmovaOptions> options)
{
    public async ValueTask<CommandResult<MessageBody>> PostAsync(
        ConversationId id, CurrentOperator me, PostMessageRequest request, IAnswerMemory? memory, CancellationToken cancellationToken)
    {
        var found = await contents.ReadAsync(id, request.Content, cancellationToken);
        if (found.Refusal is { } mistake)
        {
            return mistake;
        }

        return await changes.RunAsync<MessageBody>(
            id,
            async change =>
            {
                var posted = await (request.Note
                    ? NoteAsync(change, me, found.Value!, request)
                    : ReplyAsync(change, me, found.Value!, request));
                if (memory is not null && posted.Value is { } message)
                {
                    await memory.WriteAsync(change.Transaction, StatusCodes.Status202Accepted, message);
                }

                return posted;
            },
            cancellationToken);
    }

    private async ValueTask<CommandResult<MessageBody>> NoteAsync(
        ConversationChange change, CurrentOperator me, MessageContent content, PostMessageRequest request)
    {
        const string What = "A note would be.";
        if ((await rules.FindObjectionAsync(change.Conversation.ChannelId, What, CancellationToken.None)
            ?? await FindMistakeAsync(change, request)) is { } mistake)
        {
            return mistake;
        }

        var note = await change.AddEntryAsync(
            MessageDirection.Note, me.ToAuthor(), content, message => message with { ReplyTo = request.ReplyTo });
        await change.SaveAsync();
        return note.ToBody();
    }

    /// <summary>
    /// The messages a reply would be sent as at a moment, or why it would not: (1) nobody else holds it, (2) the writer has seen what
    /// people wrote, (3) the platform can take it.
    /// </summary>
    public async ValueTask<CommandResult<MessageContent[]>> FitAsync(
        ConversationChange change, CurrentOperator me, MessageContent content, PostMessageRequest request, DateTimeOffset at)
    {
        var refusal = change.HeldByOther(me.Id)
            ?? await FindMistakeAsync(change, request)
            ?? await FindUnseenAsync(change, me, request.Seen);
        return refusal is null ? await FitAsync(change, content, request.ReplyTo is not null, at) : refusal;
    }

    /// <summary>Sends a reply that may go (1-3): only then (4) it is claimed, (5) stored and (6) handed to Delivery.</summary>
    public async ValueTask<CommandResult<MessageBody>> ReplyAsync(
        ConversationChange change, CurrentOperator me, MessageContent content, PostMessageRequest request)
    {
        var fitted = await FitAsync(change, me, content, request, change.Now);
        if (fitted.Value is not { } parts)
        {
            return fitted.Refusal!;
        }

        if (Keep(change, parts) is not { } ids)
        {
            return new Refusal.CannotRelay();
        }

        await ClaimAsync(change, me);
        var sent = await SendAsync(change, me.ToAuthor(), ids, parts, request.ReplyTo);
        return sent[0].ToBody();
    }

    /// <summary>
    /// What the messages of an answer will be called. Of a pass-through channel memory keeps what they say from now on; null while it has
    /// no room for that, and then nothing may be sent.
    /// </summary>
    public MessageId[]? Keep(ConversationChange change, MessageContent[] parts)
    {
        MessageId[] ids = [.. parts.Select(_ => new MessageId(Guid.CreateVersion7(change.Now)))];
        return IsPassing(change) && !relayed.TryKeep(change.Conversation.ChannelId, ids, parts) ? null : ids;
    }

    /// <summary>Stores an answer that may go and hands it to Delivery: whoever waited has been answered.</summary>
    public async ValueTask<IReadOnlyList<Message>> SendAsync(
        ConversationChange change, Author author, MessageId[] ids, MessageContent[] parts, MessageId? replyTo)
    {
        var sent = new List<Message>(parts.Length);
        foreach (var (id, part) in ids.Zip(parts))
        {
            sent.Add(await QueueAsync(change, author, id, part, sent.Count == 0 ? replyTo : null));
        }

        if (change.Conversation is { Unread: > 0 } answered)
        {
            change.Transaction.AfterCommit(() => receipts.Offer(answered));
        }

        change.Set(current => current with { WaitingSince = null, Unread = 0 });
        await change.SaveAsync();
        return sent;
    }

    private bool IsPassing(ConversationChange change) =>
        channels.Find(change.Conversation.ChannelId) is { } channel && PassingEvents.Concerns(channel);

    private async ValueTask<Message> QueueAsync(
        ConversationChange change, Author author, MessageId id, MessageContent content, MessageId? replyTo)
    {
        var stored = IsPassing(change) ? StrippedEvents.Withhold(content) : content;
        var message = await change.AddEntryAsync(MessageDirection.Outbound, author, stored, message => message with
        {
            Id = id,
            ReplyTo = replyTo,
            Status = MessageStatus.Queued,
        });
        var item = new OutboxItem(message.Id, message.ChannelId, message.ConversationId, message.Seq, 0, change.Now);
        await outbox.AddAsync(change.Transaction, item);
        change.Transaction.AfterCommit(() => delivery.Offer(item));
        return message;
    }

    /// <summary>A reply takes a free conversation and holds a held one for another full time.</summary>
    private static async ValueTask ClaimAsync(ConversationChange change, CurrentOperator me)
    {
        var held = change.Claim is not null;
        change.Give(me.Id, me.Name);
        if (!held)
        {
            await change.AddEventAsync(me.ToAuthor(), "claimed", $"{me.Name} took the conversation.");
        }
    }

    private static async ValueTask<Refusal?> FindMistakeAsync(ConversationChange change, PostMessageRequest request)
    {
        foreach (var (field, id) in new[] { ("replyTo", request.ReplyTo), ("seen", request.Seen) })
        {
            if (id is { } known
                && (await change.Store.FindMessageAsync(change.Transaction, known))?.ConversationId != change.Conversation.Id)
            {
                return new Refusal.Invalid(field, "There is no such message in this conversation.");
            }
        }

        return null;
    }

    private static async ValueTask<Refusal?> FindUnseenAsync(ConversationChange change, CurrentOperator me, MessageId? seen)
    {
        if (seen is not { } id || await change.Store.FindMessageAsync(change.Transaction, id) is not { } newest
            || newest.Seq == change.Conversation.LastSeq)
        {
            return null;
        }

        var later = await change.Store.ListAfterAsync(change.Transaction, change.Conversation.Id, newest.Seq);
        MessageId[] unseen = [.. later.Where(message => IsNewsTo(me, message)).Select(message => message.Id)];
        return unseen.Length == 0 ? null : new Refusal.UnseenMessages(unseen);
    }

    private static bool IsNewsTo(CurrentOperator me, Message message) => message.Direction switch
    {
        MessageDirection.Inbound => true,
        MessageDirection.Outbound => message.Author.Kind == AuthorKind.Operator && message.Author.Id != me.Id.Value,
        _ => false,
    };

    /// <summary>The messages it is sent as, each of which the platform can take.</summary>
    public async ValueTask<CommandResult<MessageContent[]>> FitAsync(
        ConversationChange change, MessageContent content, bool isReply, DateTimeOffset at)
    {
        if (await channels.FindAsync(change.Conversation.ChannelId, CancellationToken.None) is not { } channel)
        {
            return new Refusal.NotSupported("The channel of this conversation was deleted.");
        }

        if (!channel.Row.Enabled)
        {
            return new Refusal.NotSupported("The channel of this conversation is switched off.");
        }

        if (contents.FindObjection(PassingEvents.Concerns(channel), content) is { } objection)
        {
            return objection;
        }

        var platform = channel.Platform.Capabilities;
        var parts = MessageParts.Of(platform, content);
        var refusal = parts
            .Select(part => SendingRules.Check(platform, part, isReply, change.Conversation, options.Value.PublicAddress, at))
            .FirstOrDefault(found => found is not null);
        return refusal is null ? parts : refusal;
    }
}
