using Dapper;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Conversations;

/// <summary>What the inbox is asked for, as SQL conditions, an order, and their parameters.</summary>
internal sealed class ConversationQuery
{
    private readonly List<string> _conditions = [];
    private readonly Database _database;

    private ConversationQuery(Database database, ConversationOrder order)
    {
        _database = database;
        (Place, Direction) = order switch
        {
            ConversationOrder.Oldest => ("c.updated_at", "ASC"),
            ConversationOrder.Waiting => ("coalesce(c.waiting_since, 9223372036854775807)", "ASC"),
            // An unread one stands above every time there is.
            ConversationOrder.Unread => ("(c.updated_at + CASE WHEN c.unread > 0 THEN 4611686018427387904 ELSE 0 END)", "DESC"),
            _ => ("c.updated_at", "DESC"),
        };
        IsByActivity = order is ConversationOrder.Newest or ConversationOrder.Oldest;
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>The WHERE clause; empty when everything is asked for.</summary>
    public string Where => _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions);

    /// <summary>The expression whose value is a row's place in the order.</summary>
    public string Place { get; }

    public string Direction { get; }

    /// <summary>The ORDER BY over <c>conversation c</c>; activity has an index by its minute.</summary>
    public string Order =>
        IsByActivity ? $"c.active_minute {Direction}, {Place} {Direction}, c.id {Direction}" : $"{Place} {Direction}, c.id {Direction}";

    /// <summary>The condition on a message <c>m</c> to be what was looked for; null where no message was.</summary>
    public string? Match { get; private set; }

    private bool IsByActivity { get; }

    public static ConversationQuery Of(Database database, ConversationFilter filter, DateTimeOffset now, ConversationCursor? after)
    {
        var query = new ConversationQuery(database, filter.Order);
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

        if (filter.WaitingMinutes is { } minutes)
        {
            query.Add(now.AddMinutes(-minutes), "waitingSince", "c.waiting_since <= @waitingSince");
        }

        if (filter.Query is { } typed)
        {
            query.AddSearch(SearchTerms.Parse(typed));
        }

        if (filter.Among is { } channels)
        {
            query.Add(database.IdArray(channels.Select(id => id.Value)), "among", database.AmongIds("c.channel_id", "@among"));
        }

        if (after is { } place)
        {
            query.AddCursor(place);
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

    private void AddCursor(ConversationCursor place)
    {
        var beyond = Direction == "ASC" ? ">" : "<";
        Parameters.Add("afterPlace", place.Place);
        Parameters.Add("afterId", place.Id);
        if (IsByActivity)
        {
            _conditions.Add($"c.active_minute {beyond}= @afterPlace / 60000000");
        }

        _conditions.Add($"({Place}, c.id) {beyond} (@afterPlace, @afterId)");
    }

    /// <summary>Days narrow the messages looked for, and the conversations to those that were going on then.</summary>
    private void AddSearch(SearchTerms terms)
    {
        var words = _database.SearchWords(terms.Words);
        Add(terms.After, "since", "c.updated_at >= @since");
        Add(terms.Before, "before", "c.created_at < @before");
        if (terms.From is { } name)
        {
            var from = _database.SearchWords(name);
            Add(from ?? "", "from", from is null ? "1 = 0" : _database.ContactMatches("c.contact_id", "@from"));
        }

        if (words is not null || terms.HasFile)
        {
            Match = string.Join(" AND ", MessageConditions(terms, words));
        }

        if (terms.Words.Length > 0)
        {
            _conditions.Add(WhereWords(terms, words));
        }
        else if (terms.HasFile)
        {
            _conditions.Add(HasMatch);
        }
    }

    private string HasMatch => $"c.id IN (SELECT m.conversation_id FROM message m WHERE {Match})";

    private IEnumerable<string> MessageConditions(SearchTerms terms, string? words)
    {
        yield return "m.direction <> 4";
        if (words is not null)
        {
            Parameters.Add("words", words);
            yield return _database.MessageMatches;
        }

        if (terms.HasFile)
        {
            yield return "m.kind IN ('image', 'audio', 'voice', 'video', 'file')";
        }

        if (terms.After is not null)
        {
            yield return "m.created_at >= @since";
        }

        if (terms.Before is not null)
        {
            yield return "m.created_at < @before";
        }
    }

    private string WhereWords(SearchTerms terms, string? words)
    {
        var any = new List<string>();
        if (words is not null)
        {
            any.Add(HasMatch);
        }

        if (words is not null && !terms.HasFile)
        {
            any.Add(_database.ContactMatches("c.contact_id"));
        }

        if (Guid.TryParse(terms.Words, out var id))
        {
            Parameters.Add("id", id);
            any.Add("c.id = @id");
            any.Add("c.contact_id = @id");
            any.Add("c.id IN (SELECT conversation_id FROM message WHERE id = @id)");
        }

        // A platform's id has a digit and no space. Looking for one means a probe per conversation, which a mere word is spared.
        if (terms.Words.Any(char.IsAsciiDigit) && !terms.Words.Any(char.IsWhiteSpace))
        {
            Parameters.Add("typed", terms.Words);
            any.Add("c.chat = @typed");
            any.Add("""
                EXISTS (SELECT 1 FROM message m WHERE m.channel_id = c.channel_id
                    AND m.platform_key IN (@typed, @typed || '/' || c.chat) AND m.conversation_id = c.id)
                """);
        }

        return any.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", any)})";
    }
}
