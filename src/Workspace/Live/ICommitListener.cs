namespace Rozmova.Workspace.Live;

/// <summary>Hears of every commit that published something.</summary>
public interface ICommitListener
{
    /// <summary>
    /// Called after the commit, possibly in parallel and out of order. <paramref name="first"/> is the live number of the first change,
    /// the others follow without a gap. Returns at once and never throws: it stands in the writer's way.
    /// </summary>
    void Committed(long first, IReadOnlyList<LiveChange> changes);
}
