using Rozmova.Messaging;
using Rozmova.Workspace.Media;

namespace Rozmova.Storage;

/// <summary>Rows of the media folder, as messages carry them.</summary>
internal sealed class MediaLookup(Database database) : IMediaLookup
{
    private const string Find = "SELECT id, state, mime_type, file_name, size FROM media WHERE id = @id";

    public ValueTask<Attachment?> FindAsync(MediaId id, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new ValueTask<Attachment?>(connection.FindAsync<Attachment>(Find, new { id }, cancellationToken)), cancellationToken);
}
