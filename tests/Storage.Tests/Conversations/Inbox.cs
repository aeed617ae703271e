using System.Collections.Frozen;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Storage.Conversations;
using Rozmova.Storage.Delivery;
using Rozmova.Storage.Postgres;
using Rozmova.Storage.Sqlite;
using Rozmova.Workspace;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Tests.Conversations;

/// <summary>An inbox on one connection to a database: the store, the commands over it, and ways to fill it.</summary>
internal sealed class Inbox : IDeliveryQueue, IEditingPlatform, IMediaImport
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ChannelDirectory _channels = new();
    private int _chats;

    public Inbox(Database database, TimeProvider time, ChannelId? channel = null)
    {
        _database = database;
        _time = time;
        Channel = channel ?? new ChannelId(NextId());
        Store = new ConversationStore(database);
        var row = new Channel
        {
            Id = Channel,
            Platform = Key,
            Name = "Shop bot",
            Settings = [],
            CreatedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        };
        var connection = new ChannelConnection(Channel, Key, FrozenDictionary<string, object>.Empty, null);
        _channels.Replace([new LiveChannel(row, this, connection)]);
        Bodies = new ConversationBodies(Store, _channels, new ChannelStore(database), new PlatformCatalogue([this]), time);
        var changes = new ConversationChanges(database, Store, Bodies, time);
        var operators = new OperatorStore(database);
        var rules = new PassThroughRules(_channels, new ChannelStore(database));
        var relayed = new RelayedMessages(
            new MemoryRelay(Options.Create(new RelayOptions()), time), new RelayDesks(new DeskDirectory(), _channels));
        Claims = new Claims(changes, operators, rules);
        var receipts = new ReadReceipts(Store, _channels, time, NullLogger<ReadReceipts>.Instance);
        States = new ConversationStates(changes, receipts, new LabelStore(database));
        DeliveryStore outbox = database is SqliteDatabase sqlite
            ? new SqliteDeliveryStore(sqlite)
            : new PostgresDeliveryStore((PostgresDatabase)database);
        Outbox = outbox;
        var contents = new PostedContent(Store, _channels, new MediaStore(database), this, new TemplateCheck(time), rules, relayed);
        Posting = new Posting(
            changes, _channels, contents, rules, relayed, outbox, this, receipts, Options.Create(new RozmovaOptions()));
        Sent = new SentMessages(changes, _channels, outbox, relayed, time, NullLogger<SentMessages>.Instance);
        Retries = new Retries(changes, _channels, relayed, outbox, this);
        Rules = rules;
        Relayed = new RelayedLedger(
            relayed, new RelayedStore(database), Store, database,
            new LostTexts(new RelayedStore(database), relayed, changes, database, time, NullLogger<LostTexts>.Instance), time);
    }

    public ChannelId Channel { get; }

    public ConversationStore Store { get; }

    public ConversationBodies Bodies { get; }

    public Claims Claims { get; }

    public PassThroughRules Rules { get; }

    public RelayedLedger Relayed { get; }

    public ConversationStates States { get; }

    public Posting Posting { get; }

    public SentMessages Sent { get; }

    public Retries Retries { get; }

    public IDeliveryStore Outbox { get; }

    /// <summary>What the platform answers to edits and deletions.</summary>
    public SendOutcome Answer { get; set; } = new SendOutcome.Sent(new PlatformMessageId("1"));

    public PlatformCapabilities Capabilities { get; init; } = new()
    {
        Names = ["text", "buttons", "image", "reply", "edit", "delete"],
        MaxTextLength = 100,
        MaxButtons = 2,
    };

    public List<OutboxItem> Offered { get; } = [];

    public string Key => "letters";

    public IReadOnlyList<SettingField> Settings => [];

    /// <summary>No address leads anywhere here.</summary>
    public ValueTask<CommandResult<MediaFile>> ImportAsync(Uri address, CancellationToken cancellationToken) =>
        ValueTask.FromResult<CommandResult<MediaFile>>(new Refusal.Invalid("content.url", "Nothing answers."));

    /// <summary>A person who answers, known to the database.</summary>
    public async Task<CurrentOperator> HireAsync(string name, OperatorRole role = OperatorRole.Operator)
    {
        var now = _time.GetStoredNow();
        var hired = new Operator { Id = new OperatorId(NextId()), Name = name, Role = role, CreatedAt = now, UpdatedAt = now };
        await WriteAsync(transaction => new OperatorStore(_database).AddAsync(transaction, hired));
        return new CurrentOperator(hired.Id, hired.Name, hired.Role);
    }

    /// <summary>Somebody new, with an empty conversation whose latest activity is now.</summary>
    public async Task<ConversationId> MeetAsync(string name)
    {
        var now = _time.GetStoredNow();
        var id = new ConversationId(NextId());
        var contact = new ContactId(NextId());
        var chat = $"chat-{Interlocked.Increment(ref _chats)}";
        await WriteAsync(async transaction =>
        {
            await transaction.ExecuteAsync(
                "INSERT INTO contact (id, name, created_at, updated_at) VALUES (@contact, @name, @now, @now)", new { contact, name, now });
            await transaction.ExecuteAsync(
                """
                INSERT INTO identity (channel_id, chat, contact_id, name, blocked, created_at) VALUES (@Channel, @chat, @contact, @name, @no, @now)
                """,
                new { Channel, chat, contact, name, no = false, now });
            if (_database.IndexContactWords is { Length: > 0 } index)
            {
                await transaction.ExecuteAsync(index, new { Id = contact });
            }

            await transaction.ExecuteAsync(
                """
                INSERT INTO conversation (id, channel_id, chat, contact_id, status, created_at, updated_at)
                VALUES (@id, @Channel, @chat, @contact, 1, @now, @now)
                """,
                new { id, Channel, chat, contact, now });
        });
        return id;
    }

    /// <summary>The customer writes, as the inbound side would store it.</summary>
    public async Task<Message> HearAsync(ConversationId id, string text, DateTimeOffset? sentAt = null, string? platformId = null)
    {
        var now = _time.GetStoredNow();
        var at = sentAt ?? now;
        return await _database.WriteAsync(
            async transaction =>
            {
                var conversation = (await Store.LockAsync(transaction, id))!;
                var message = new Message
                {
                    Id = new MessageId(NextId()),
                    ConversationId = id,
                    ChannelId = Channel,
                    Seq = conversation.LastSeq + 1,
                    Order = new ReadingOrder(at, 0),
                    Direction = MessageDirection.Inbound,
                    Author = new Author(AuthorKind.Contact, conversation.ContactId.Value, conversation.ContactName),
                    Content = new MessageContent.Text(text),
                    PlatformId = platformId is null ? null : new PlatformMessageId(platformId, conversation.Chat),
                    Status = MessageStatus.Received,
                    SentAt = at,
                    CreatedAt = now,
                };
                (await Store.AddMessageAsync(transaction, message)).ShouldBeTrue();
                await Store.SaveAsync(transaction, conversation with
                {
                    LastSeq = message.Seq,
                    LastMessageId = message.Id,
                    Newest = message.Order > conversation.Newest ? message.Order : conversation.Newest,
                    LastInboundAt = at,
                    WaitingSince = conversation.WaitingSince ?? at,
                    Unread = conversation.Unread + 1,
                    UpdatedAt = now,
                });
                return message;
            },
            CancellationToken.None);
    }

    public ValueTask<CommandResult<MessageBody>> SayAsync(
        ConversationId id, CurrentOperator me, string text, MessageId? seen = null, bool note = false, AnswerMemory? memory = null) =>
        Posting.PostAsync(
            id, me, new PostMessageRequest(new ContentBody { Type = "text", Text = text }, null, note, seen), memory,
            CancellationToken.None);

    /// <summary>What Delivery would write down of a message.</summary>
    public async Task<Message> SettleAsync(MessageId id, Func<Message, Message> change)
    {
        var message = change((await Store.FindMessageAsync(id, CancellationToken.None))!);
        await _database.WriteAsync(
            transaction => Outbox.RecordAsync(transaction, [new DeliveryResult.Settled(message)]), CancellationToken.None);
        return message;
    }

    public async Task<Conversation> ReadAsync(ConversationId id) => (await Store.FindAsync(id, CancellationToken.None))!.Conversation;

    public async Task<IReadOnlyList<ConversationId>> FindAsync(ConversationFilter filter) =>
        [.. (await Store.ListAsync(filter, _time.GetUtcNow(), null, 200, CancellationToken.None)).Select(row => row.Conversation.Id)];

    public Task<IReadOnlyList<ConversationId>> SearchAsync(string typed) => FindAsync(new ConversationFilter { Query = typed });

    public async Task<IReadOnlyList<Message>> HistoryAsync(ConversationId id) =>
        await Store.ListMessagesAsync(id, null, 1000, CancellationToken.None);

    public async Task WriteAsync(Func<Transaction, ValueTask> work) =>
        await _database.WriteAsync(
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            CancellationToken.None);

    public void Offer(OutboxItem item)
    {
        lock (Offered)
        {
            Offered.Add(item);
        }
    }

    public ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing is sent here.");

    public ValueTask<SendOutcome> EditAsync(
        ChannelConnection channel, OutboundMessage message, PlatformMessageId target, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Answer);

    public ValueTask<SendOutcome> DeleteAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Answer);

    private Guid NextId() => Guid.CreateVersion7(_time.GetUtcNow());
}
