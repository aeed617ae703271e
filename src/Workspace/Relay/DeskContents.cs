using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Relay;

/// <summary>What messages say, for desks.</summary>
internal sealed class DeskContents(IConversationStore conversations, RelayedMessages relayed, RelayedLedger ledger) : IDeskContents
{
    /// <inheritdoc/>
    public async ValueTask<MessageContent?> FindContentAsync(MessageBody message, CancellationToken cancellationToken) =>
        await conversations.FindMessageAsync(message.Id, cancellationToken) switch
        {
            { Content: MessageContent.Withheld } withheld => relayed.Find(withheld)?.Content,
            var stored => stored?.Content,
        };

    /// <inheritdoc/>
    public async ValueTask<string?> FindNameAsync(MessageBody message, CancellationToken cancellationToken) =>
        message.Content.Withheld && await conversations.FindMessageAsync(message.Id, cancellationToken) is { } withheld
            ? relayed.Find(withheld)?.Name ?? message.Author.Name
            : message.Author.Name;

    /// <inheritdoc/>
    public async ValueTask DoneAsync(DeskId desk, MessageBody message, CancellationToken cancellationToken)
    {
        if (message.Content.Withheld && await conversations.FindMessageAsync(message.Id, cancellationToken) is { } withheld)
        {
            await ledger.DoneAsync(desk, withheld, message.EditedAt, cancellationToken);
        }
    }
}
