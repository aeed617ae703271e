using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Chats;

/// <summary>Files between customers and the media folder.</summary>
internal sealed class ChatFiles(MediaUpload upload, MediaAddresses addresses) : IChatFiles
{
    /// <inheritdoc/>
    public async ValueTask<Attachment?> KeepAsync(Stream content, string? name, string? type, CancellationToken cancellationToken)
    {
        try
        {
            return (await upload.AddAsync(content, name, type, cancellationToken)).ToAttachment();
        }
        catch (FileTooLargeException)
        {
            return null; // said to the customer by whoever asked
        }
    }

    /// <inheritdoc/>
    public string AddressOf(MediaId id) => addresses.CreatePath(id);
}
