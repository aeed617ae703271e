using Npgsql;
using NpgsqlTypes;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Postgres;

/// <summary>Commands with one array per column: a batch of any size is one statement and one round trip.</summary>
internal static class PostgresCommands
{
    /// <summary>Several statements in one round trip.</summary>
    public static NpgsqlBatch Batch(this Transaction transaction)
    {
        var inside = transaction.Sql();
        return new NpgsqlBatch((NpgsqlConnection)inside.Connection, (NpgsqlTransaction?)inside.Inner);
    }

    /// <summary>Adds a statement and returns its parameters.</summary>
    public static NpgsqlParameterCollection Add(this NpgsqlBatch batch, string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return command.Parameters;
    }

    public static NpgsqlCommand Command(this Transaction transaction, string sql)
    {
        var inside = transaction.Sql();
        return new NpgsqlCommand(sql, (NpgsqlConnection)inside.Connection, (NpgsqlTransaction?)inside.Inner);
    }

    public static void AddArray(this NpgsqlParameterCollection parameters, string name, Guid[] values) =>
        parameters.Add(new NpgsqlParameter<Guid[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Uuid) { TypedValue = values });

    public static void AddArray(this NpgsqlParameterCollection parameters, string name, Guid?[] values) =>
        parameters.Add(new NpgsqlParameter<Guid?[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Uuid) { TypedValue = values });

    public static void AddArray(this NpgsqlParameterCollection parameters, string name, long[] values) =>
        parameters.Add(new NpgsqlParameter<long[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Bigint) { TypedValue = values });

    public static void AddArray(this NpgsqlParameterCollection parameters, string name, long?[] values) =>
        parameters.Add(new NpgsqlParameter<long?[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Bigint) { TypedValue = values });

    public static void AddArray(this NpgsqlParameterCollection parameters, string name, bool[] values) =>
        parameters.Add(new NpgsqlParameter<bool[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Boolean) { TypedValue = values });

    /// <summary>Texts; a NUL, which JSON may carry and PostgreSQL refuses, becomes the replacement character.</summary>
    public static void AddArray(this NpgsqlParameterCollection parameters, string name, string?[] values)
    {
        foreach (ref var value in values.AsSpan())
        {
            value = value?.Replace('\0', '\uFFFD');
        }

        parameters.Add(new NpgsqlParameter<string?[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { TypedValue = values });
    }

    public static void AddArray(this NpgsqlParameterCollection parameters, string name, ReadOnlyMemory<byte>[] values) =>
        parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Bytea) { TypedValue = values });
}
