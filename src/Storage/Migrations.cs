using System.Data.Common;
using System.Reflection;
using Dapper;

namespace Rozmova.Storage;

/// <summary>The numbered SQL files of one engine, applied in order, each in the transaction that records it.</summary>
internal static class Migrations
{
    private const string CreateTable = """
        CREATE TABLE IF NOT EXISTS schema_migration (version TEXT NOT NULL PRIMARY KEY)
        """;

    /// <summary>Applies what is missing. The caller holds the lock and the transaction.</summary>
    public static async ValueTask<IReadOnlyList<string>> ApplyAsync(DbConnection connection, DbTransaction transaction, string engine)
    {
        await connection.ExecuteAsync(CreateTable, transaction: transaction);
        var done = (await connection.QueryAsync<string>("SELECT version FROM schema_migration", transaction: transaction)).ToHashSet();
        var applied = new List<string>();
        foreach (var (version, sql) in Read(engine).Where(migration => !done.Contains(migration.Version)))
        {
            await connection.ExecuteAsync(sql, transaction: transaction);
            await connection.ExecuteAsync("INSERT INTO schema_migration (version) VALUES (@version)", new { version }, transaction);
            applied.Add(version);
        }

        return applied;
    }

    /// <summary>What is missing; all of it where nothing was ever applied.</summary>
    public static async ValueTask<IReadOnlyList<string>> ListMissingAsync(DbConnection connection, string engine)
    {
        HashSet<string> done = [];
        try
        {
            done = (await connection.QueryAsync<string>("SELECT version FROM schema_migration")).ToHashSet();
        }
        catch (DbException)
        {
            // An empty database has no such table yet.
        }

        return [.. Read(engine).Select(migration => migration.Version).Where(version => !done.Contains(version))];
    }

    private static IEnumerable<(string Version, string Sql)> Read(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Rozmova.Storage.{engine}.Migrations.";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (Path.GetFileNameWithoutExtension(name[prefix.Length..]), reader.ReadToEnd());
        }
    }
}
