using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Relay;

/// <summary>What messages say, for desks.</summary>
internal sealed class DeskContents(IConversationStore conversations) : IDeskContents
{
    /// <inheritdoc/>
    public async ValueTask<MessageContent?> FindContentAsync(MessageBody message, CancellationToken cancellationToken) =>
        (await conversations.FindMessageAsync(message.Id, cancellationToken))?.Content;

    /// <inheritdoc/>
    public ValueTask<string?> FindNameAsync(MessageBody message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(message.Author.Name);

    /// <inheritdoc/>
    public ValueTask DoneAsync(DeskId desk, MessageBody message, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
