using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Media;

namespace Rozmova;

/// <summary>Stands in until there is a media folder: inbound files stay pending in the store, outbound ones cannot be had.</summary>
internal sealed class UnfetchedMedia : IMediaQueue, IMediaFiles
{
    public void Offer(MediaId id)
    {
    }

    public ValueTask<Stream> OpenAsync(MediaId id, CancellationToken cancellationToken) =>
        throw new MediaUnavailableException("There is no media folder yet.");

    public Uri? PublicAddress(MediaId id) => null;
}
