using Dapper;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Conversations;

/// <summary>What the inbox is asked for, as SQL conditions and their parameters.</summary>
internal sealed class ConversationQuery
{
    private readonly List<string> _conditions = [];

    private ConversationQuery()
    {
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>The WHERE clause; empty when everything is asked for.</summary>
    public string Where => _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions);

    public static ConversationQuery Of(Database database, ConversationFilter filter, DateTimeOffset now, ConversationCursor? after)
    {
        var query = new ConversationQuery();
        query.Parameters.Add("now", now);
        query.Add(filter.Status, "status", "c.status = @status");
        query.Add(filter.ClaimedBy, "claimedBy", "c.claim_operator = @claimedBy AND c.claim_until > @now");
        query.Add(filter.Platform, "platform", "c.channel_id IN (SELECT id FROM channel WHERE platform = @platform)");
        query.Add(filter.ChannelId, "channelId", "c.channel_id = @channelId");
        query.Add(filter.ContactId, "contactId", "c.contact_id = @contactId");
        query.Add(filter.Label, "label", "c.id IN (SELECT conversation_id FROM conversation_label WHERE label = @label)");
        if (filter.Unclaimed)
        {
            query._conditions.Add("(c.claim_operator IS NULL OR c.claim_until <= @now)");
        }

        if (filter.Query is { } typed)
        {
            query.AddSearch(database, typed.Trim());
        }

        if (after is { } place)
        {
            query.Parameters.Add("afterTime", place.UpdatedAt);
            query.Parameters.Add("afterId", place.Id);
            query._conditions.Add("c.active_minute <= @afterTime / 60000000 AND (c.updated_at, c.id) < (@afterTime, @afterId)");
        }

        return query;
    }

    private void Add(object? value, string name, string condition)
    {
        if (value is not null)
        {
            Parameters.Add(name, value);
            _conditions.Add(condition);
        }
    }

    private void AddSearch(Database database, string typed)
    {
        var any = new List<string>();
        if (database.SearchWords(typed) is { } words)
        {
            Parameters.Add("words", words);
            any.Add(database.MessageMatches("c.id"));
            any.Add(database.ContactMatches("c.contact_id"));
        }

        if (Guid.TryParse(typed, out var id))
        {
            Parameters.Add("id", id);
            any.Add("c.id = @id");
            any.Add("c.contact_id = @id");
            any.Add("c.id IN (SELECT conversation_id FROM message WHERE id = @id)");
        }

        // A platform's id has a digit and no space. Looking for one means a probe per conversation, which a mere word is spared.
        if (typed.Any(char.IsAsciiDigit) && !typed.Any(char.IsWhiteSpace))
        {
            Parameters.Add("typed", typed);
            any.Add("c.chat = @typed");
            any.Add("""
                EXISTS (SELECT 1 FROM message m WHERE m.channel_id = c.channel_id
                    AND m.platform_key IN (@typed, @typed || '/' || c.chat) AND m.conversation_id = c.id)
                """);
        }

        _conditions.Add(any.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", any)})");
    }
}
