namespace Rozmova.Bench.Bare;

/// <summary>Where bytes become durable.</summary>
internal interface ISink : IDisposable
{
    /// <summary>Commits all of them at once.</summary>
    ValueTask CommitAsync(IReadOnlyList<byte[]> bodies);
}
