using Rozmova.Messaging;

namespace Rozmova.Workspace.Media;

/// <summary>What is known of the files in the media folder, for whoever writes a message with one.</summary>
public interface IMediaLookup
{
    /// <summary>One file; null when there is none.</summary>
    ValueTask<Attachment?> FindAsync(MediaId id, CancellationToken cancellationToken);
}
