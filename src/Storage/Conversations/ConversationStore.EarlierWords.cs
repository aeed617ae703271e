using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Conversations;

/// <summary>What messages said before they were edited; kept by a trigger, see migration 0005.</summary>
internal sealed partial class ConversationStore
{
    private const string Earlier = "SELECT body, until FROM earlier_words WHERE message_id = @id ORDER BY until";

    public ValueTask<IReadOnlyList<EarlierWords>> ListEarlierWordsAsync(MessageId id, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<EarlierWords>>(
            async connection =>
            {
                var rows = await connection.ListAsync<EarlierRecord>(Earlier, new { id }, cancellationToken);
                return [.. rows.Select(row => new EarlierWords(row.Body, row.Until))];
            },
            cancellationToken);

    private sealed class EarlierRecord
    {
        public string Body { get; init; } = "";

        public DateTimeOffset Until { get; init; }
    }
}
