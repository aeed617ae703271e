using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Channels. A deleted one keeps its row, because its conversations stay readable, but gives its path back.</summary>
internal sealed class ChannelStore(Database database) : IChannelStore
{
    private const string Columns = "id, platform, name, enabled, privacy, path, settings, state, detail, created_at, updated_at";

    private const string List = $"SELECT {Columns} FROM channel WHERE deleted_at IS NULL ORDER BY id";

    private const string Find = $"SELECT {Columns} FROM channel WHERE id = @id";

    private const string AddIfPathIsFree = """
        INSERT INTO channel (id, platform, name, enabled, privacy, path, settings, state, detail, created_at, updated_at)
        VALUES (@Id, @Platform, @Name, @Enabled, @Privacy, @Path, @Settings, @State, @Detail, @CreatedAt, @UpdatedAt)
        ON CONFLICT (path) DO NOTHING
        """;

    private const string SaveIfPathIsFree = """
        UPDATE channel SET name = @Name, enabled = @Enabled, privacy = @Privacy, path = @Path, settings = @Settings, updated_at = @UpdatedAt
        WHERE id = @Id AND deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM channel other WHERE other.path = @Path AND other.id <> @Id)
        """;

    private const string SaveState = """
        UPDATE channel SET state = @State, detail = @Detail, updated_at = @now WHERE id = @id AND deleted_at IS NULL
        """;

    private const string Delete = "UPDATE channel SET deleted_at = @now, updated_at = @now, path = NULL WHERE id = @id AND deleted_at IS NULL";

    private const string ReadPollOffset = "SELECT poll_offset FROM channel WHERE id = @id";

    private const string SavePollOffset = "UPDATE channel SET poll_offset = @offset WHERE id = @id";

    /// <summary>So many of the newest messages tell of what happens lately; all of them would take long to read.</summary>
    private const int ActivityWindow = 5000;

    private const string ListActivity = """
        WITH recent AS (
            SELECT id, channel_id, direction, status, error_detail, created_at FROM message ORDER BY id DESC LIMIT @window
        )
        SELECT r.channel_id,
            max(CASE WHEN r.direction = @inbound THEN r.created_at END) AS last_inbound_at,
            max(CASE WHEN r.status IN (@sent, @delivered, @read) THEN r.created_at END) AS last_outbound_at,
            max(CASE WHEN r.status = @failed THEN r.created_at END) AS last_failed_at,
            (SELECT f.error_detail FROM recent f WHERE f.channel_id = r.channel_id AND f.status = @failed ORDER BY f.id DESC LIMIT 1)
                AS last_error
        FROM recent r GROUP BY r.channel_id
        """;

    public ValueTask<IReadOnlyList<Channel>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Channel>>(
        async connection => [.. (await connection.ListAsync<Row>(List, new { }, cancellationToken)).Select(row => row.ToChannel())],
        cancellationToken);

    public ValueTask<Channel?> FindAsync(ChannelId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.FindAsync<Row>(Find, new { id }, cancellationToken))?.ToChannel(), cancellationToken);

    public async ValueTask<bool> AddAsync(Transaction transaction, Channel channel) =>
        await transaction.ExecuteAsync(AddIfPathIsFree, Row.Of(channel)) == 1;

    public async ValueTask<bool> SaveAsync(Transaction transaction, Channel channel) =>
        await transaction.ExecuteAsync(SaveIfPathIsFree, Row.Of(channel)) == 1;

    public async ValueTask SaveStateAsync(Transaction transaction, ChannelId id, ConnectionReport report, DateTimeOffset now) =>
        await transaction.ExecuteAsync(SaveState, new { id, report.State, report.Detail, now });

    public async ValueTask DeleteAsync(Transaction transaction, ChannelId id, DateTimeOffset now) =>
        await transaction.ExecuteAsync(Delete, new { id, now });

    public ValueTask<string?> ReadPollOffsetAsync(ChannelId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<string>(ReadPollOffset, new { id }, cancellationToken), cancellationToken);

    public async ValueTask SavePollOffsetAsync(Transaction transaction, ChannelId id, string? offset) =>
        await transaction.ExecuteAsync(SavePollOffset, new { id, offset });

    public ValueTask<IReadOnlyList<ChannelActivity>> ListActivityAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ListAsync<ChannelActivity>(
            ListActivity,
            new
            {
                window = ActivityWindow, inbound = MessageDirection.Inbound, sent = MessageStatus.Sent,
                delivered = MessageStatus.Delivered, read = MessageStatus.Read, failed = MessageStatus.Failed,
            },
            cancellationToken),
        cancellationToken);

    private sealed record Row
    {
        public ChannelId Id { get; init; }

        public string Platform { get; init; } = "";

        public string Name { get; init; } = "";

        public bool Enabled { get; init; }

        public ChannelPrivacy Privacy { get; init; }

        public string? Path { get; init; }

        public string Settings { get; init; } = "{}";

        public ConnectionState State { get; init; }

        public string? Detail { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public static Row Of(Channel channel) => new()
        {
            Id = channel.Id,
            Platform = channel.Platform,
            Name = channel.Name,
            Enabled = channel.Enabled,
            Privacy = channel.Privacy,
            Path = channel.Path,
            Settings = channel.Settings.ToJsonString(),
            State = channel.State,
            Detail = channel.Detail,
            CreatedAt = channel.CreatedAt,
            UpdatedAt = channel.UpdatedAt,
        };

        public Channel ToChannel() => new()
        {
            Id = Id,
            Platform = Platform,
            Name = Name,
            Enabled = Enabled,
            Privacy = Privacy,
            Path = Path,
            Settings = JsonNode.Parse(Settings)!.AsObject(),
            State = State,
            Detail = Detail,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
    }
}
