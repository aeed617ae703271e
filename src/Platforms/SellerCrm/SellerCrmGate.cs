namespace Rozmova.Platforms.SellerCrm;

/// <summary>
/// The CRM publishes no limits, so we keep our own: two calls of a seller at a time, and a quarter of a second between their beginnings.
/// Whoever waits is served in turn.
/// </summary>
internal sealed class SellerCrmGate(TimeProvider time) : IDisposable
{
    private const int MostAtOnce = 2;
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);
    private readonly Lock _lock = new();
    private DateTimeOffset _nextAt;

    /// <summary>Takes a place; disposing what is returned gives it back. Null when there was none within <paramref name="patience"/>.</summary>
    public async Task<IDisposable?> EnterAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _places.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Patience ran out, not the caller.
            return null;
        }

        var place = new Place(_places);
        try
        {
            await Task.Delay(TakeTurn(), time, cancellationToken);
            return place;
        }
        catch
        {
            // The caller gives back only what it got.
            place.Dispose();
            throw;
        }
    }

    public void Dispose() => _places.Dispose();

    private TimeSpan TakeTurn()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var at = _nextAt > now ? _nextAt : now;
            _nextAt = at + Apart;
            return at - now;
        }
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
