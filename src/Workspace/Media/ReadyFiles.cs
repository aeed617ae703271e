using Rozmova.Messaging;

namespace Rozmova.Workspace.Media;

/// <summary>Files named by something that waits to be sent.</summary>
internal static class ReadyFiles
{
    /// <summary>Those of <paramref name="ids"/> that are there, in their order.</summary>
    public static async ValueTask<IReadOnlyList<MediaFile>> ListReadyAsync(
        this IMediaStore media, IReadOnlyList<MediaId> ids, CancellationToken cancellationToken)
    {
        var files = new List<MediaFile>(ids.Count);
        foreach (var id in ids)
        {
            if (await media.FindAsync(id, cancellationToken) is { State: MediaState.Ready } file)
            {
                files.Add(file);
            }
        }

        return files;
    }
}
