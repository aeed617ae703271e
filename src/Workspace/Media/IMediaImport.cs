using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Media;

/// <summary>Brings in files that an operator names by address.</summary>
public interface IMediaImport
{
    /// <summary>Fetches the file now, so that the operator hears at once when it cannot be had.</summary>
    ValueTask<CommandResult<MediaFile>> ImportAsync(Uri address, CancellationToken cancellationToken);
}
