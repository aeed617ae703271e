using Rozmova.Storage.Postgres;
using Rozmova.Storage.Sqlite;
using Rozmova.Testing;

namespace Rozmova.Storage.Tests;

/// <summary>A fresh, migrated database of one engine, gone with the test.</summary>
public sealed class Engine : IAsyncDisposable
{
    private readonly List<Database> _open = [];
    private readonly string? _connectionString;
    private readonly TemporaryFolder? _folder;

    private Engine(string? connectionString, TemporaryFolder? folder)
    {
        _connectionString = connectionString;
        _folder = folder;
    }

    /// <summary>Time as the database and everything on it see it.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The first connection to it.</summary>
    public Database Database => _open[0];

    /// <summary>A database in a file.</summary>
    public static async Task<Engine> SqliteAsync()
    {
        var engine = new Engine(null, new TemporaryFolder());
        await engine.AddAsync(new SqliteDatabase(engine._folder!.Path, engine.Clock));
        return engine;
    }

    /// <summary>A database on the shared PostgreSQL.</summary>
    public static async Task<Engine> PostgresAsync()
    {
        var server = await PostgresServer.SharedAsync(CancellationToken.None);
        var engine = new Engine(await server.CreateDatabaseAsync(CancellationToken.None), null);
        await engine.OpenAsync();
        return engine;
    }

    /// <summary>Opens the same database once more, as another process would. The embedded engine belongs to one process.</summary>
    public async Task<Database> OpenAsync() =>
        _connectionString is null ? Database : await AddAsync(new PostgresDatabase(_connectionString, Clock));

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _open)
        {
            await database.DisposeAsync();
        }

        _folder?.Dispose();
    }

    private async Task<Database> AddAsync(Database database)
    {
        _open.Add(database);
        await database.MigrateAsync(CancellationToken.None);
        return database;
    }
}
