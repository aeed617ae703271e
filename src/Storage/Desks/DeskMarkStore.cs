using Rozmova.Messaging;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Desks;

/// <summary>What desks remember, on either engine.</summary>
internal sealed class DeskMarkStore(Database database) : IDeskMarks
{
    private const string Find = "SELECT value FROM desk_mark WHERE desk_id = @desk AND kind = @kind AND name = @name";

    public ValueTask<string?> FindAsync(DeskId desk, string kind, string name, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<string>(Find, new { desk, kind, name }, cancellationToken), cancellationToken);

    public async ValueTask<string?> FindAsync(Transaction transaction, DeskId desk, string kind, string name) =>
        await transaction.FindAsync<string>($"{Find} {database.ForUpdate}", new { desk, kind, name });

    private const string List = "SELECT name, value, at FROM desk_mark WHERE desk_id = @desk AND kind = @kind ORDER BY at DESC, name";

    public ValueTask<IReadOnlyList<DeskMark>> ListAsync(DeskId desk, string kind, CancellationToken cancellationToken) =>
        ReadAsync(List, new { desk, kind }, cancellationToken);

    private const string ListByValue = """
        SELECT name, value, at FROM desk_mark WHERE desk_id = @desk AND kind = @kind AND value = @value ORDER BY at DESC, name
        """;

    public ValueTask<IReadOnlyList<DeskMark>> ListByValueAsync(
        DeskId desk, string kind, string value, CancellationToken cancellationToken) =>
        ReadAsync(ListByValue, new { desk, kind, value }, cancellationToken);

    private const string Add = """
        INSERT INTO desk_mark (desk_id, kind, name, value, at) VALUES (@desk, @kind, @name, @value, @now)
        ON CONFLICT (desk_id, kind, name) DO NOTHING
        """;

    public async ValueTask<bool> AddAsync(
        Transaction transaction, DeskId desk, string kind, string name, string value, DateTimeOffset now) =>
        await transaction.ExecuteAsync(Add, new { desk, kind, name, value, now }) == 1;

    private const string Put = """
        INSERT INTO desk_mark (desk_id, kind, name, value, at) VALUES (@desk, @kind, @name, @value, @now)
        ON CONFLICT (desk_id, kind, name) DO UPDATE SET value = excluded.value, at = excluded.at
        """;

    public async ValueTask PutAsync(Transaction transaction, DeskId desk, string kind, string name, string value, DateTimeOffset now) =>
        await transaction.ExecuteAsync(Put, new { desk, kind, name, value, now });

    private const string Remove = "DELETE FROM desk_mark WHERE desk_id = @desk AND kind = @kind AND name = @name";

    public async ValueTask RemoveAsync(Transaction transaction, DeskId desk, string kind, string name) =>
        await transaction.ExecuteAsync(Remove, new { desk, kind, name });

    private const string RemoveOlder = """
        DELETE FROM desk_mark WHERE (desk_id, kind, name) IN (
            SELECT desk_id, kind, name FROM desk_mark WHERE desk_id = @desk AND kind = @kind AND at < @before LIMIT @most)
        """;

    private const string RemoveOlderBelow = """
        DELETE FROM desk_mark WHERE (desk_id, kind, name) IN (
            SELECT desk_id, kind, name FROM desk_mark WHERE desk_id = @desk AND kind LIKE @kind || '%' AND at < @before LIMIT @most)
        """;

    public async ValueTask<int> RemoveOlderAsync(Transaction transaction, DeskId desk, string kind, DateTimeOffset before, int most) =>
        await transaction.ExecuteAsync(
            kind.EndsWith('*') ? RemoveOlderBelow : RemoveOlder, new { desk, kind = kind.TrimEnd('*'), before, most });

    private ValueTask<IReadOnlyList<DeskMark>> ReadAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DeskMark>>(
            async connection =>
                [.. (await connection.ListAsync<Row>(sql, parameters, cancellationToken)).Select(row => new DeskMark(row.Name, row.Value, row.At))],
            cancellationToken);

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public string Value { get; init; } = "";

        public DateTimeOffset At { get; init; }
    }
}
