using Npgsql;
using NpgsqlTypes;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Postgres;

/// <summary>Commands with one array per column: a batch of any size is one statement and one round trip.</summary>
internal static class PostgresCommands
{
    public static NpgsqlCommand Command(this Transaction transaction, string sql)
    {
        var inside = transaction.Sql();
        return new NpgsqlCommand(sql, (NpgsqlConnection)inside.Connection, (NpgsqlTransaction?)inside.Inner);
    }

    public static void Add(this NpgsqlCommand command, string name, Guid[] values) =>
        command.Parameters.Add(new NpgsqlParameter<Guid[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Uuid) { TypedValue = values });

    public static void Add(this NpgsqlCommand command, string name, Guid?[] values) =>
        command.Parameters.Add(new NpgsqlParameter<Guid?[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Uuid) { TypedValue = values });

    public static void Add(this NpgsqlCommand command, string name, long[] values) =>
        command.Parameters.Add(new NpgsqlParameter<long[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Bigint) { TypedValue = values });

    public static void Add(this NpgsqlCommand command, string name, long?[] values) =>
        command.Parameters.Add(new NpgsqlParameter<long?[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Bigint) { TypedValue = values });

    public static void Add(this NpgsqlCommand command, string name, bool[] values) =>
        command.Parameters.Add(new NpgsqlParameter<bool[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Boolean) { TypedValue = values });

    /// <summary>Texts; a NUL, which JSON may carry and PostgreSQL refuses, becomes the replacement character.</summary>
    public static void Add(this NpgsqlCommand command, string name, string?[] values)
    {
        foreach (ref var value in values.AsSpan())
        {
            value = value?.Replace('\0', '\uFFFD');
        }

        command.Parameters.Add(new NpgsqlParameter<string?[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { TypedValue = values });
    }

    public static void Add(this NpgsqlCommand command, string name, ReadOnlyMemory<byte>[] values) =>
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Bytea) { TypedValue = values });
}
