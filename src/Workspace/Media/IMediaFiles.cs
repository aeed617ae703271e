using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Media;

/// <summary>The files of the media folder, for whoever sends them.</summary>
public interface IMediaFiles
{
    /// <summary>Opens a file from its beginning. Throws <see cref="MediaUnavailableException"/> when it is not there.</summary>
    ValueTask<Stream> OpenAsync(MediaId id, CancellationToken cancellationToken);

    /// <summary>A signed, expiring address for a platform that fetches the file itself; null without a public address.</summary>
    Uri? PublicAddress(MediaId id);
}
