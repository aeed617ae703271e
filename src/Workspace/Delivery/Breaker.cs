namespace Rozmova.Workspace.Delivery;

/// <summary>
/// Keeps a broken platform from being hammered. After several failures in a row nothing leaves for a while, then one message
/// at a time tries the way; the first answer of any kind opens it for all.
/// </summary>
internal sealed class Breaker(Random random)
{
    private const int Tolerated = 5;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    // Normally the channel's check frees the way much sooner; this is for platforms that have no check.
    private static readonly TimeSpan AfterRejection = TimeSpan.FromMinutes(10);

    private int _failures;

    /// <summary>Nothing may leave before.</summary>
    public DateTimeOffset ShutUntil { get; private set; }

    /// <summary>Whether only one at a time may try.</summary>
    public bool IsTrying => _failures >= Tolerated;

    /// <summary>The platform answered, be it a no.</summary>
    public void Answered() => (_failures, ShutUntil) = (0, default);

    /// <summary>It did not. Those already under way when the way was shut tell nothing new.</summary>
    public void Failed(DateTimeOffset now)
    {
        if (now >= ShutUntil && ++_failures >= Tolerated)
        {
            ShutUntil = now + First + Backoff.After(_failures - Tolerated + 1, First, Most, random);
        }
    }

    /// <summary>The platform does not accept the channel.</summary>
    public void Rejected(DateTimeOffset now) => (_failures, ShutUntil) = (Tolerated, now + AfterRejection);
}
