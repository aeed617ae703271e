using System.Collections.Frozen;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Storage;
using Rozmova.Testing;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Tests.Delivery;

/// <summary>The engines everything is held to.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Delivery over a real store, with channels and conversations to send to. Can be closed and opened again on the same rows.</summary>
internal sealed class DeliveryHouse : IAsyncDisposable, IChannelStates, IMediaFiles, ICommitListener
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<ChannelId, LiveChannel> _channels = [];
    private readonly List<MessageBody> _published = [];
    private readonly string _database;
    private ServiceProvider _services = null!;
    private long _seq;

    private DeliveryHouse(string database, TimeProvider time)
    {
        _database = database;
        Time = time;
    }

    public TimeProvider Time { get; }

    public List<(ChannelId Channel, ConnectionReport Report)> Reports { get; } = [];

    private Database Database => _services.GetRequiredService<Database>();

    private DeliveryService Delivery => _services.GetRequiredService<DeliveryService>();

    public static async Task<DeliveryHouse> BuildAsync(Engine engine, TimeProvider time)
    {
        var database = engine == Engine.Sqlite
            ? ""
            : await (await PostgresServer.SharedAsync(CancellationToken.None)).CreateDatabaseAsync(CancellationToken.None);
        var house = new DeliveryHouse(database, time);
        await house.OpenAsync();
        return house;
    }

    /// <summary>Ends as a crash does: nothing more is written. Then opens again on the same rows.</summary>
    public async Task CrashAndOpenAsync()
    {
        await _services.DisposeAsync();
        await OpenAsync();
    }

    public Task StartAsync() => Delivery.StartAsync(CancellationToken.None);

    public Task StopAsync() => Delivery.StopAsync(CancellationToken.None);

    public ChannelId AddChannel(IPlatform platform)
    {
        var row = new Channel
        {
            Id = new ChannelId(NewId()),
            Platform = platform.Key,
            Name = platform.Key,
            Settings = [],
            State = ConnectionState.Connected,
            CreatedAt = Time.GetUtcNow(),
            UpdatedAt = Time.GetUtcNow(),
        };
        Put(row, platform);
        return row.Id;
    }

    public void ChangeChannel(ChannelId id, Func<Channel, Channel> change) => Put(change(_channels[id].Row), _channels[id].Platform);

    public async Task DeleteChannelAsync(ChannelId id)
    {
        await ExecuteAsync(
            """
            INSERT INTO channel (id, platform, name, enabled, privacy, settings, state, created_at, updated_at, deleted_at)
            VALUES (@id, 'scripted', 'scripted', @enabled, 1, '{}', 1, 0, 0, 1)
            """,
            new { id, enabled = true });
        _channels.Remove(id);
        _services.GetRequiredService<ChannelDirectory>().Replace(_channels.Values);
    }

    public async Task<ConversationId> AddConversationAsync(ChannelId channel)
    {
        var (id, contact, now) = (NewId(), NewId(), Time.GetUtcNow());
        await ExecuteAsync("INSERT INTO contact (id, created_at, updated_at) VALUES (@contact, @now, @now)", new { contact, now });
        await ExecuteAsync(
            """
            INSERT INTO conversation (id, channel_id, chat, contact_id, status, created_at, updated_at)
            VALUES (@id, @channel, @chat, @contact, 1, @now, @now)
            """,
            new { id, channel, chat = ChatOf(new ConversationId(id)), contact, now });
        return new ConversationId(id);
    }

    public async Task<ConversationId[]> AddConversationsAsync(ChannelId channel, int count)
    {
        var conversations = new ConversationId[count];
        for (var place = 0; place < count; place++)
        {
            conversations[place] = await AddConversationAsync(channel);
        }

        return conversations;
    }

    /// <summary>Writes a message to each, with its outbox row, in one commit. Nothing is announced yet.</summary>
    public async Task<IReadOnlyList<OutboxItem>> WriteAsync(ChannelId channel, params IEnumerable<ConversationId> conversations)
    {
        var items = new List<OutboxItem>();
        var store = _services.GetRequiredService<IConversationStore>();
        var outbox = _services.GetRequiredService<IOutbox>();
        await _services.GetRequiredService<ITransactions>().WriteAsync(
            async transaction =>
            {
                foreach (var conversation in conversations)
                {
                    var message = NewMessage(channel, conversation);
                    await store.AddMessageAsync(transaction, message);
                    var item = new OutboxItem(message.Id, channel, conversation, message.Seq, 0, message.CreatedAt);
                    await outbox.AddAsync(transaction, item);
                    items.Add(item);
                }

                return true;
            },
            CancellationToken.None);
        return items;
    }

    public void Offer(OutboxItem item) => _services.GetRequiredService<IDeliveryQueue>().Offer(item);

    /// <summary>Writes one message and announces it.</summary>
    public async Task<MessageId> SendAsync(ChannelId channel, ConversationId conversation)
    {
        var item = (await WriteAsync(channel, conversation))[0];
        Offer(item);
        return item.MessageId;
    }

    public async Task<Message> FindAsync(MessageId id) =>
        await _services.GetRequiredService<IConversationStore>().FindMessageAsync(id, CancellationToken.None)
        ?? throw new InvalidOperationException("There is no such message.");

    /// <summary>The platform reports on a message by its id, as the inbound pipeline keeps it when nobody knows that id yet.</summary>
    public Task ReportEarlyAsync(ChannelId channel, string platformId, DeliveryReport report)
    {
        var id = new PlatformMessageId(platformId);
        var change = new InboundEvent.DeliveryReported { Chat = "any", Id = id, Report = report };
        return RunAsync(transaction => KeepEarlyAsync(transaction, channel, id, change));
    }

    public async Task KeepEarlyAsync(Transaction transaction, ChannelId channel, PlatformMessageId id, InboundEvent change)
    {
        var early = new EarlyChange(new MessageKey(channel, id.Key), change, Time.GetUtcNow(), Time.GetUtcNow());
        await Get<IInboundStore>().SaveAsync(transaction, InboundChanges.None with { Early = [early] });
    }

    /// <summary>Works in a transaction of its own.</summary>
    public async Task RunAsync(Func<Transaction, Task> work) => await Get<ITransactions>().WriteAsync(
        async transaction =>
        {
            await work(transaction);
            return true;
        },
        CancellationToken.None);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static string ChatOf(ConversationId conversation) => $"chat-{conversation}";

    public Task Becomes(MessageId id, MessageStatus status) => Eventually.Is(
        $"the message is {status}", async () => (await FindAsync(id)).Status == status, CancellationToken.None);

    public Task OutboxEmpties() => Eventually.Is(
        "the outbox is empty", async () => await CountAsync("SELECT count(*) FROM outbox") == 0, TimeSpan.FromSeconds(60), CancellationToken.None);

    public Task Publishes(MessageId id, MessageStatus status) => Eventually.Is(
        $"{status} is published", () => Published(id).Contains(status), CancellationToken.None);

    /// <summary>The states that were pushed of a message, in order.</summary>
    public MessageStatus?[] Published(MessageId id)
    {
        lock (_published)
        {
            return [.. _published.Where(body => body.Id == id).Select(body => body.Status)];
        }
    }

    public Task<long> CountAsync(string sql) => Database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>(sql), CancellationToken.None).AsTask();

    public Task ExecuteAsync(string sql, object parameters) => Database.WriteAsync(
        async transaction => await transaction.Sql().Connection.ExecuteAsync(sql, parameters, transaction.Sql().Inner),
        CancellationToken.None).AsTask();

    ValueTask IChannelStates.ReportAsync(ChannelId id, ConnectionReport report, CancellationToken cancellationToken)
    {
        Reports.Add((id, report));
        ChangeChannel(id, row => row with { State = report.State, Detail = report.Detail });
        return ValueTask.CompletedTask;
    }

    ValueTask<Stream> IMediaFiles.OpenAsync(MediaId id, CancellationToken cancellationToken) =>
        throw new MediaUnavailableException("The file is not there any more.");

    Uri? IMediaFiles.PublicAddress(MediaId id) => null;

    void ICommitListener.Committed(long first, IReadOnlyList<LiveChange> changes)
    {
        lock (_published)
        {
            _published.AddRange(changes.Select(change => change.Body).OfType<MessageBody>());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    private Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    private async Task OpenAsync()
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddStorage()
            .AddDelivery()
            .AddSingleton(Time)
            .AddSingleton<ChannelDirectory>()
            .AddSingleton<DeskDirectory>()
            .AddSingleton<RelayDesks>()
            .AddSingleton<RelayedMessages>()
            .AddSingleton<RelayAddresses>()
            .AddSingleton<IRelay, MemoryRelay>()
            .AddSingleton(Options.Create(new RelayOptions()))
            .AddSingleton<IChannelStates>(this)
            .AddSingleton<IMediaFiles>(this)
            .AddSingleton(Options.Create(new RozmovaOptions { Data = _folder.Path, Database = _database }))
            .BuildServiceProvider();
        await Database.MigrateAsync(CancellationToken.None);
        Database.Listener = this;
        _services.GetRequiredService<ChannelDirectory>().Replace(_channels.Values);
    }

    private void Put(Channel row, IPlatform platform)
    {
        var connection = new ChannelConnection(row.Id, row.Platform, FrozenDictionary<string, object>.Empty, null);
        _channels[row.Id] = new LiveChannel(row, platform, connection);
        _services.GetRequiredService<ChannelDirectory>().Replace(_channels.Values);
    }

    private Message NewMessage(ChannelId channel, ConversationId conversation)
    {
        var seq = Interlocked.Increment(ref _seq);
        return new Message
        {
            Id = new MessageId(NewId()),
            ConversationId = conversation,
            ChannelId = channel,
            Seq = seq,
            Order = new ReadingOrder(Time.GetUtcNow(), 0),
            Direction = MessageDirection.Outbound,
            Author = new Author(AuthorKind.Operator, NewId(), "Olena"),
            Content = new MessageContent.Text($"Message {seq}"),
            Status = MessageStatus.Queued,
            CreatedAt = Time.GetUtcNow(),
        };
    }
}
