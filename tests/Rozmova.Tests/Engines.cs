using Rozmova.Testing;

namespace Rozmova.Tests;

/// <summary>Where the program keeps its data.</summary>
public enum Engine
{
    Sqlite = 1,
    Postgres = 2,
}

internal static class Engines
{
    /// <summary>A new database of this engine, as the configuration names it.</summary>
    public static async Task<string?> CreateAsync(this Engine engine)
    {
        if (engine == Engine.Sqlite)
        {
            return null;
        }

        var server = await PostgresServer.SharedAsync(CancellationToken.None);
        return await server.CreateDatabaseAsync(CancellationToken.None);
    }
}
