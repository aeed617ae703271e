using Npgsql;

namespace Rozmova.Storage.Postgres;

/// <summary>A transaction whose last statements travel with its commit.</summary>
internal sealed class PostgresTransaction(NpgsqlConnection connection, NpgsqlTransaction inner) : SqlTransaction(connection, inner)
{
    /// <summary>What goes to the server in one round trip with the commit, in this order. Nobody is told its results.</summary>
    public NpgsqlBatch AtCommit { get; } = new(connection, inner);
}
