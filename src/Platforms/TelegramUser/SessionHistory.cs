using System.Text.Json.Nodes;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// Reads again what came after the last message that is durable: TDLib does not repeat what it has told once, and the program may have
/// ended in between. Repeats are recognised by their ids further on.
/// </summary>
internal sealed class SessionHistory(TdClient client, SessionUpdates updates)
{
    private const int Chats = 100;
    private const int Page = 50;
    private const int MostPages = 20;

    // Messages of different chats are told in no strict order, so some are older than the newest that is durable.
    private const long Overlap = 600;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    /// <summary>How many messages were told; null when TDLib could not say all, and it has to be read once more.</summary>
    public async Task<int?> ReadSinceAsync(long date, CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var list in new[] { "chatListMain", "chatListArchive" })
        {
            await client.CallAsync(TdRequests.LoadChats(list, Chats), CallTimeout, cancellationToken); // an error says that all are loaded
            var chats = await client.CallAsync(TdRequests.GetChats(list, Chats), CallTimeout, cancellationToken);
            if (TdError.In(chats) is not null)
            {
                return null;
            }

            foreach (var chat in (chats["chat_ids"] as JsonArray ?? []).Select(id => (long)id!).Where(updates.IsPerson))
            {
                if (await ReadChatAsync(chat, date - Overlap, cancellationToken) is not { } count)
                {
                    return null;
                }

                told += count;
            }
        }

        return told;
    }

    private async Task<int?> ReadChatAsync(long chat, long since, CancellationToken cancellationToken)
    {
        var known = await client.CallAsync(TdRequests.GetChat(chat), CallTimeout, cancellationToken);
        return known.Inner("last_message") is { } last && last.Number("date") >= since
            ? (await CollectAsync(chat, since, cancellationToken))?.Count(updates.Tell)
            : 0;
    }

    /// <summary>Oldest first, as they were written.</summary>
    private async Task<List<JsonObject>?> CollectAsync(long chat, long since, CancellationToken cancellationToken)
    {
        List<JsonObject> found = [];
        var from = 0L;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.CallAsync(TdRequests.GetHistory(chat, from, Page), CallTimeout, cancellationToken);
            if (TdError.In(answer) is not null)
            {
                return null;
            }

            JsonObject[] messages = [.. (answer["messages"] as JsonArray ?? []).OfType<JsonObject>()];
            found.AddRange(messages.Where(message => message.Number("date") >= since));
            if (messages.Length == 0 || messages[^1].Number("date") < since || messages[^1].Number("id") == from)
            {
                break;
            }

            from = messages[^1].Number("id");
        }

        found.Reverse();
        return found;
    }
}
