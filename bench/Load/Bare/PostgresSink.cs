using Npgsql;
using NpgsqlTypes;

namespace Rozmova.Bench.Bare;

/// <summary>One connection, one prepared statement for a whole batch.</summary>
internal sealed class PostgresSink : ISink
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _insert;
    private readonly NpgsqlParameter<byte[][]> _bodies = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };

    private PostgresSink(NpgsqlConnection connection)
    {
        _connection = connection;
        _insert = new NpgsqlCommand("INSERT INTO entry (body) SELECT unnest($1)", connection) { Parameters = { _bodies } };
    }

    public static async Task<PostgresSink> OpenAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        await using var create = new NpgsqlCommand(
            "CREATE TABLE entry (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body bytea NOT NULL)", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        var sink = new PostgresSink(connection);
        await sink._insert.PrepareAsync(cancellationToken);
        return sink;
    }

    public async ValueTask CommitAsync(IReadOnlyList<byte[]> bodies)
    {
        _bodies.TypedValue = [.. bodies];
        await _insert.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
