using System.Data.Common;
using Dapper;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Dapper inside a transaction of ours.</summary>
internal static class SqlCommands
{
    /// <summary>Runs statements. Returns how many rows they changed.</summary>
    public static Task<int> ExecuteAsync(this Transaction transaction, string sql, object parameters) =>
        transaction.Sql().Connection.ExecuteAsync(sql, parameters, transaction.Sql().Inner);

    /// <summary>Reads all rows.</summary>
    public static async Task<IReadOnlyList<T>> QueryAsync<T>(this Transaction transaction, string sql, object parameters) =>
        [.. await transaction.Sql().Connection.QueryAsync<T>(sql, parameters, transaction.Sql().Inner)];

    /// <summary>Reads the row there is; the default value when there is none.</summary>
    public static Task<T?> FindAsync<T>(this Transaction transaction, string sql, object parameters) =>
        transaction.Sql().Connection.QuerySingleOrDefaultAsync<T>(sql, parameters, transaction.Sql().Inner);

    /// <summary>Reads the row there is; the default value when there is none.</summary>
    public static Task<T?> FindAsync<T>(this DbConnection connection, string sql, object parameters, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));

    /// <summary>Reads all rows.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this DbConnection connection, string sql, object parameters, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))];
}
