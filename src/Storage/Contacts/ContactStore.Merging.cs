using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Contacts;

/// <summary>Contacts that are one person. See the migration for how a merge is kept.</summary>
internal sealed partial class ContactStore
{
    private static readonly string[] Belongings = ["identity", "conversation", "contact_note"];

    public async ValueTask TakeTurnAsync(Transaction transaction) =>
        await transaction.QueryAsync<int>($"SELECT one FROM contact_turn {database.ForUpdate}", new { });

    private static readonly string Join = string.Concat(Belongings.Select(table => $"""
        UPDATE {table} SET origin_id = coalesce(origin_id, contact_id), contact_id = @into WHERE contact_id = @id;

        """)) + "UPDATE contact SET merged_into = @into, merged_at = @now, gave = @gave WHERE id = @id";

    public async ValueTask JoinAsync(Transaction transaction, ContactId id, ContactId into, MergeGift gift, DateTimeOffset now) =>
        await transaction.ExecuteAsync(Join, new { id, into, now, gave = JsonSerializer.Serialize(gift, StoredJson.Readable.MergeGift) });

    /// <summary>A contact and all who joined it, and them, and so on.</summary>
    private const string Inside = """
        WITH RECURSIVE inside (id) AS (
            SELECT id FROM contact WHERE id = @id UNION ALL SELECT c.id FROM contact c JOIN inside ON c.merged_into = inside.id)
        """;

    private static readonly string Leave = string.Concat(Belongings.Select(table => $"""
        {Inside}
        UPDATE {table} SET contact_id = @id, origin_id = CASE WHEN origin_id = @id THEN NULL ELSE origin_id END
        WHERE contact_id = @into AND origin_id IN (SELECT id FROM inside);

        """)) + "UPDATE contact SET merged_into = NULL, merged_at = NULL, gave = NULL WHERE id = @id";

    public async ValueTask<MergeGift> LeaveAsync(Transaction transaction, ContactId id, ContactId into)
    {
        var gave = await transaction.FindAsync<string>("SELECT gave FROM contact WHERE id = @id", new { id });
        await transaction.ExecuteAsync(Leave, new { id, into });
        return gave is null ? new MergeGift() : JsonSerializer.Deserialize(gave, StoredJson.Readable.MergeGift)!;
    }
}
