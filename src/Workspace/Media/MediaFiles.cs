using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Media;

/// <summary>Hands out files to be sent.</summary>
internal sealed class MediaFiles(MediaFolder folder, MediaAddresses addresses) : IMediaFiles
{
    public ValueTask<Stream> OpenAsync(MediaId id, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Stream>(folder.Open(id) ?? throw new MediaUnavailableException("The file is not in the media folder any more."));

    public Uri? PublicAddress(MediaId id) => addresses.Create(id);
}
