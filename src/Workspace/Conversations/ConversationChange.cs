using Rozmova.Messaging;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// One locked conversation while a command works on it: adds entries with the next numbers, collects what changed, and writes and
/// publishes it once.
/// </summary>
internal sealed class ConversationChange(
    Transaction transaction, Conversation conversation, IConversationStore store, ConversationBodies bodies, DateTimeOffset now)
{
    private readonly IReadOnlyList<string> _labels = conversation.Labels;
    private Message? _last;

    public Transaction Transaction { get; } = transaction;

    /// <summary>As it will be saved.</summary>
    public Conversation Conversation { get; private set; } = conversation;

    public IConversationStore Store { get; } = store;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The claim that holds now.</summary>
    public Claim? Claim => Conversation.ClaimAt(Now);

    public void Set(Func<Conversation, Conversation> change) => Conversation = change(Conversation);

    /// <summary>Gives it to an operator for the full time and tells everybody.</summary>
    public void Give(OperatorId id, string name)
    {
        var claim = new Claim(id, name, Now + Claim.Duration);
        Set(current => current with { Claim = claim });
        Transaction.Publish(LiveChange.ConversationClaimed(Conversation.Id, claim.ToBody()));
    }

    /// <summary>Makes it free and tells everybody.</summary>
    public void Free()
    {
        Set(current => current with { Claim = null });
        Transaction.Publish(LiveChange.ConversationReleased(Conversation.Id));
    }

    /// <summary>Adds the line that says what happened.</summary>
    public async ValueTask AddEventAsync(Author author, string key, string sentence) =>
        await AddEntryAsync(MessageDirection.Event, author, new MessageContent.Event(key, sentence), message => message);

    /// <summary>
    /// Adds an entry behind everything there is. It is the activity the inbox sorts by; what the inbox shows is the newest entry
    /// that says something, so no event.
    /// </summary>
    public async ValueTask<Message> AddEntryAsync(
        MessageDirection direction, Author author, MessageContent content, Func<Message, Message> complete)
    {
        var message = complete(new Message
        {
            Id = new MessageId(Guid.CreateVersion7(Now)),
            ConversationId = Conversation.Id,
            ChannelId = Conversation.ChannelId,
            Seq = Conversation.LastSeq + 1,
            Order = Conversation.Newest,
            Direction = direction,
            Author = author,
            Content = content,
            CreatedAt = Now,
        });
        await Store.AddMessageAsync(Transaction, message);
        Set(current => current with { LastSeq = message.Seq, UpdatedAt = Now });
        if (direction != MessageDirection.Event)
        {
            _last = message;
            Set(current => current with { LastMessageId = message.Id });
        }

        Transaction.Publish(LiveChange.MessageCreated(message.ToBody()));
        return message;
    }

    /// <summary>An entry of this conversation, for a change; null when there is none.</summary>
    public async ValueTask<Message?> LockEntryAsync(MessageId id) =>
        await Store.LockMessageAsync(Transaction, id) is { } message && message.ConversationId == Conversation.Id ? message : null;

    /// <summary>A message of ours in this conversation, for a change; null when there is none.</summary>
    public async ValueTask<Message?> LockOwnAsync(MessageId id) =>
        await LockEntryAsync(id) is { Direction: MessageDirection.Outbound } message ? message : null;

    /// <summary>Writes a changed entry and tells everybody.</summary>
    public async ValueTask<MessageBody> UpdateEntryAsync(Message message)
    {
        await Store.UpdateMessageAsync(Transaction, message);
        var body = message.ToBody();
        Transaction.Publish(LiveChange.MessageUpdated(body));
        return body;
    }

    /// <summary>Writes the conversation and tells everybody.</summary>
    public async ValueTask<ConversationBody> SaveAsync()
    {
        await Store.SaveAsync(Transaction, Conversation);
        if (!Conversation.Labels.SequenceEqual(_labels))
        {
            await Store.SaveLabelsAsync(Transaction, Conversation);
        }

        var body = await ToBodyAsync();
        Transaction.Publish(LiveChange.ConversationUpdated(body));
        return body;
    }

    /// <summary>As it stands, unsaved.</summary>
    public async ValueTask<ConversationBody> ToBodyAsync()
    {
        if (_last is null && Conversation.LastMessageId is { } id)
        {
            _last = await Store.FindMessageAsync(Transaction, id);
        }

        return await bodies.OfAsync(Conversation, _last, CancellationToken.None);
    }
}

/// <summary>Opens conversations for commands.</summary>
internal sealed class ConversationChanges(
    ITransactions transactions, IConversationStore store, ConversationBodies bodies, TimeProvider time)
{
    /// <summary>Runs a command on a locked conversation, in one transaction. A refusal comes back before anything was written.</summary>
    public ValueTask<CommandResult<T>> RunAsync<T>(
        ConversationId id, Func<ConversationChange, ValueTask<CommandResult<T>>> command, CancellationToken cancellationToken)
        where T : class =>
        transactions.WriteAsync<CommandResult<T>>(
            async transaction => await store.LockAsync(transaction, id) is { } conversation
                ? await command(new ConversationChange(transaction, conversation, store, bodies, time.GetStoredNow()))
                : new Refusal.NotFound("conversation"),
            cancellationToken);
}
