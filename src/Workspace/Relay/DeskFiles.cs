using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Relay;

/// <summary>Files of messages, for desks.</summary>
internal sealed class DeskFiles(IConversationStore conversations, IMediaStore media, IMediaFiles folder, MediaUpload upload) : IDeskFiles
{
    /// <inheritdoc/>
    public async ValueTask<RemoteMedia?> OpenAsync(MessageBody message, CancellationToken cancellationToken) =>
        await FindReadyAsync(message, cancellationToken) is { } file
            ? new RemoteMedia(await folder.OpenAsync(file.Id, cancellationToken), file.MimeType, file.Size)
            : null;

    /// <inheritdoc/>
    public async ValueTask<Uri?> FindAddressAsync(MessageBody message, CancellationToken cancellationToken) =>
        await FindReadyAsync(message, cancellationToken) is { } file ? folder.PublicAddress(file.Id) : null;

    /// <inheritdoc/>
    public async ValueTask<MediaFile?> KeepAsync(
        ConversationId conversation, Stream content, string? name, string? type, CancellationToken cancellationToken)
    {
        try
        {
            return await upload.AddAsync(content, name, type, cancellationToken);
        }
        catch (FileTooLargeException)
        {
            return null;
        }
    }

    private async ValueTask<MediaFile?> FindReadyAsync(MessageBody message, CancellationToken cancellationToken) =>
        (await conversations.FindMessageAsync(message.Id, cancellationToken))?.Content is MessageContent.Media { File.Id: { } id }
            && await media.FindAsync(id, cancellationToken) is { State: MediaState.Ready } file ? file : null;
}
