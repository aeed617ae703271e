using Rozmova.Messaging;

namespace Rozmova.Workspace.Media;

/// <summary>Wakes the fetcher after a commit that brought a file to fetch. The row in the store is what counts: this only saves waiting.</summary>
public interface IMediaQueue
{
    /// <summary>Hands over a pending file. Returns at once.</summary>
    void Offer(MediaId id);
}
