using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;
using Rozmova.Workspace.Views;

namespace Rozmova.Storage;

/// <summary>Saved views on either engine.</summary>
internal sealed class SavedViewStore(Database database) : ISavedViewStore
{
    private const string Select = "SELECT id, owner_id, name, shared, filter, created_at, updated_at FROM saved_view";

    private const string List = $"{Select} WHERE owner_id = @reader OR shared ORDER BY lower(name), id";

    private const string Find = $"{Select} WHERE id = @id";

    private const string Save = """
        INSERT INTO saved_view (id, owner_id, name, shared, filter, created_at, updated_at)
        VALUES (@Id, @OwnerId, @Name, @Shared, @Filter, @CreatedAt, @UpdatedAt)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, shared = excluded.shared, filter = excluded.filter, updated_at = excluded.updated_at
        """;

    public ValueTask<IReadOnlyList<SavedView>> ListAsync(OperatorId reader, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SavedView>>(
            async connection => [.. (await connection.ListAsync<Row>(List, new { reader }, cancellationToken)).Select(row => row.ToView())],
            cancellationToken);

    public ValueTask<SavedView?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.FindAsync<Row>(Find, new { id }, cancellationToken))?.ToView(), cancellationToken);

    public async ValueTask SaveAsync(Transaction transaction, SavedView view) => await transaction.ExecuteAsync(Save, Row.Of(view));

    public async ValueTask DeleteAsync(Transaction transaction, Guid id) =>
        await transaction.ExecuteAsync("DELETE FROM saved_view WHERE id = @id", new { id });

    private sealed class Row
    {
        public Guid Id { get; init; }

        public OperatorId OwnerId { get; init; }

        public string Name { get; init; } = "";

        public bool Shared { get; init; }

        public string Filter { get; init; } = "{}";

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public static Row Of(SavedView view) => new()
        {
            Id = view.Id,
            OwnerId = view.OwnerId,
            Name = view.Name,
            Shared = view.Shared,
            Filter = JsonSerializer.Serialize(view.Filter, StoredJson.Readable.ViewFilter),
            CreatedAt = view.CreatedAt,
            UpdatedAt = view.UpdatedAt,
        };

        public SavedView ToView() => new()
        {
            Id = Id,
            OwnerId = OwnerId,
            Name = Name,
            Shared = Shared,
            Filter = JsonSerializer.Deserialize(Filter, StoredJson.Readable.ViewFilter)!,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
    }
}
