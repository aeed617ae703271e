using System.Text.Json;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Desks;

/// <summary>Desks and their work on either engine.</summary>
internal sealed partial class DeskStore(Database database) : IDeskStore
{
    private const string Columns = "id, kind, name, enabled, path, channel_ids, settings, state, detail, created_at, updated_at";

    private const string List = $"SELECT {Columns} FROM desk ORDER BY id";

    public ValueTask<IReadOnlyList<Desk>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Desk>>(
        async connection => [.. (await connection.ListAsync<Row>(List, new { }, cancellationToken)).Select(row => row.ToDesk())],
        cancellationToken);

    private const string AddIfPathIsFree = $"""
        INSERT INTO desk ({Columns}, place)
        VALUES (@Id, @Kind, @Name, @Enabled, @Path, @ChannelIds, @Settings, @State, @Detail, @CreatedAt, @UpdatedAt,
            (SELECT value FROM live_sequence))
        ON CONFLICT (path) DO NOTHING
        """;

    public async ValueTask<bool> AddAsync(Transaction transaction, Desk desk) =>
        await transaction.ExecuteAsync(AddIfPathIsFree, Row.Of(desk)) == 1;

    // One that was off has missed what happened meanwhile, and is not told it afterwards.
    private const string SaveIfPathIsFree = """
        UPDATE desk SET name = @Name, path = @Path, channel_ids = @ChannelIds, settings = @Settings, updated_at = @UpdatedAt,
            place = CASE WHEN @Enabled AND NOT enabled THEN (SELECT value FROM live_sequence) ELSE place END, enabled = @Enabled
        WHERE id = @Id AND NOT EXISTS (SELECT 1 FROM desk other WHERE other.path = @Path AND other.id <> @Id)
        """;

    public async ValueTask<bool> SaveAsync(Transaction transaction, Desk desk) =>
        await transaction.ExecuteAsync(SaveIfPathIsFree, Row.Of(desk)) == 1;

    private const string SaveState = "UPDATE desk SET state = @State, detail = @Detail, updated_at = @now WHERE id = @id";

    public async ValueTask SaveStateAsync(Transaction transaction, DeskId id, ConnectionReport report, DateTimeOffset now) =>
        await transaction.ExecuteAsync(SaveState, new { id, report.State, report.Detail, now });

    public async ValueTask DeleteAsync(Transaction transaction, DeskId id) =>
        await transaction.ExecuteAsync("DELETE FROM desk WHERE id = @id", new { id });

    public ValueTask<string?> ReadPollOffsetAsync(DeskId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<string>("SELECT poll_offset FROM desk WHERE id = @id", new { id }, cancellationToken),
        cancellationToken);

    public async ValueTask SavePollOffsetAsync(Transaction transaction, DeskId id, string? offset) =>
        await transaction.ExecuteAsync("UPDATE desk SET poll_offset = @offset WHERE id = @id", new { id, offset });

    public ValueTask<long?> ReadPlaceAsync(DeskId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<long?>("SELECT place FROM desk WHERE id = @id", new { id }, cancellationToken),
        cancellationToken);

    public async ValueTask SavePlaceAsync(Transaction transaction, DeskId id, long place) =>
        await transaction.ExecuteAsync("UPDATE desk SET place = @place WHERE id = @id", new { id, place });

    private sealed record Row
    {
        public DeskId Id { get; init; }

        public string Kind { get; init; } = "";

        public string Name { get; init; } = "";

        public bool Enabled { get; init; }

        public string? Path { get; init; }

        public string ChannelIds { get; init; } = "[]";

        public string Settings { get; init; } = "{}";

        public ConnectionState State { get; init; }

        public string? Detail { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public static Row Of(Desk desk) => new()
        {
            Id = desk.Id,
            Kind = desk.Kind,
            Name = desk.Name,
            Enabled = desk.Enabled,
            Path = desk.Path,
            ChannelIds = JsonSerializer.Serialize(desk.ChannelIds.Select(channel => channel.Value)),
            Settings = desk.Settings.ToJsonString(),
            State = desk.State,
            Detail = desk.Detail,
            CreatedAt = desk.CreatedAt,
            UpdatedAt = desk.UpdatedAt,
        };

        public Desk ToDesk() => new()
        {
            Id = Id,
            Kind = Kind,
            Name = Name,
            Enabled = Enabled,
            Path = Path,
            ChannelIds = [.. JsonSerializer.Deserialize<Guid[]>(ChannelIds)!.Select(channel => new ChannelId(channel))],
            Settings = JsonNode.Parse(Settings)!.AsObject(),
            State = State,
            Detail = Detail,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
    }
}
