using Rozmova.Testing;

namespace Rozmova.Bench.Servers;

/// <summary>The kind of store both sides write to: SQLite files of their own, or two databases of one PostgreSQL.</summary>
internal sealed class Store(PostgresServer? postgres) : IAsyncDisposable
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public string Name => postgres is null ? Sqlite : Postgres;

    public static async Task<Store> OpenAsync(string name) =>
        new(name == Postgres ? await PostgresServer.StartAsync(durable: true) : null);

    /// <returns>The connection string of an empty database; for SQLite empty, which means a file.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken) =>
        postgres is null ? "" : await postgres.CreateDatabaseAsync(cancellationToken);

    public ValueTask DisposeAsync() => postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}
