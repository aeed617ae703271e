using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Relay;

/// <summary>Files of messages, for desks.</summary>
internal sealed class DeskFiles(
    IConversationStore conversations, IMediaStore media, IMediaFiles folder, MediaUpload upload, PassThroughRules rules, RelayedMessages relayed,
    RelayedDownloads downloads, RelayAddresses addresses, IOptions<MediaOptions> options, TimeProvider time) : IDeskFiles
{
    private const int BufferBytes = 64 * 1024;

    /// <inheritdoc/>
    public async ValueTask<RemoteMedia?> OpenAsync(MessageBody message, CancellationToken cancellationToken)
    {
        var stored = await conversations.FindMessageAsync(message.Id, cancellationToken);
        if (stored?.Content is MessageContent.Withheld)
        {
            return await downloads.OpenAsync(stored, cancellationToken);
        }

        return await FindReadyAsync(stored, cancellationToken) is { } file
            ? new RemoteMedia(await folder.OpenAsync(file.Id, cancellationToken), file.MimeType, file.Size)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<Uri?> FindAddressAsync(MessageBody message, CancellationToken cancellationToken)
    {
        var stored = await conversations.FindMessageAsync(message.Id, cancellationToken);
        if (stored?.Content is MessageContent.Withheld)
        {
            return relayed.Find(stored)?.Content is MessageContent.Media { File: var attached } ? addresses.Create(stored.Id, attached) : null;
        }

        return await FindReadyAsync(stored, cancellationToken) is { } file ? folder.PublicAddress(file.Id) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<MediaFile?> KeepAsync(
        ConversationId conversation, Stream content, string? name, string? type, CancellationToken cancellationToken)
    {
        try
        {
            return await conversations.FindAsync(conversation, cancellationToken) is { } row
                && await rules.ConcernAsync(row.Conversation.ChannelId, cancellationToken)
                    ? await KeepInMemoryAsync(content, name, type, cancellationToken)
                    : await upload.AddAsync(content, name, type, cancellationToken);
        }
        catch (FileTooLargeException)
        {
            return null; // as the contract has it
        }
    }

    private async ValueTask<MediaFile?> KeepInMemoryAsync(Stream content, string? name, string? type, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > options.Value.MostBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        var now = time.GetStoredNow();
        var start = bytes.GetBuffer()[..(int)Math.Min(bytes.Length, FileSignature.Longest)];
        var file = new MediaFile
        {
            Id = new MediaId(Guid.CreateVersion7(now)),
            FileName = FileName.Clean(name),
            MimeType = MediaType.Decide(type, start),
            Size = bytes.Length,
            State = MediaState.Ready,
            CreatedAt = now,
        };
        return relayed.TryKeep(new RelayedFile(file, bytes.ToArray())) ? file : null;
    }

    private async ValueTask<MediaFile?> FindReadyAsync(Message? message, CancellationToken cancellationToken) =>
        message?.Content is MessageContent.Media { File.Id: { } id }
            && await media.FindAsync(id, cancellationToken) is { State: MediaState.Ready } file ? file : null;
}
