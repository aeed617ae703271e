using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rozmova.Bench.Bare;

namespace Rozmova.Bench.Servers;

/// <summary>Asks the store itself what arrived: the program's word is what is being checked.</summary>
internal static class MessageCount
{
    private const string Inbound = "SELECT count(*), count(DISTINCT platform_key) FROM message WHERE platform_key IS NOT NULL";

    public static async Task<(long Stored, long Different)> ReadAsync(
        string database, string file, CancellationToken cancellationToken)
    {
        SqliteSink.LoadLibrary();
        await using System.Data.Common.DbConnection connection = database.Length > 0
            ? new NpgsqlConnection(database)
            : new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        return await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(Inbound, cancellationToken: cancellationToken));
    }
}
