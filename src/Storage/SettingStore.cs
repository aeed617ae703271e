using Dapper;
using Rozmova.Workspace.Settings;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Named values of the installation.</summary>
internal sealed class SettingStore(Database database) : ISettingStore
{
    private const string Find = "SELECT value FROM setting WHERE key = @key";

    private const string Set = """
        INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """;

    private const string Forget = "DELETE FROM setting WHERE key = @key";

    private const string Take = "DELETE FROM setting WHERE key = @key AND value = @value";

    public ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<string>(Find, new { key }), cancellationToken);

    public async ValueTask SetAsync(Transaction transaction, string key, string? value)
    {
        await transaction.ExecuteAsync(value is null ? Forget : Set, new { key, value });
    }

    public async ValueTask<bool> TakeAsync(Transaction transaction, string key, string value)
    {
        return await transaction.ExecuteAsync(Take, new { key, value }) == 1;
    }
}
