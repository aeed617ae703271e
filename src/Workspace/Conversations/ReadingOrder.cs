namespace Rozmova.Workspace.Conversations;

/// <summary>
/// Where an entry reads in its conversation: by <paramref name="Time"/>, then <paramref name="Sequence"/>, then its seq. Inbound
/// messages carry the platform's time and sequence. Everything else carries those of the newest inbound message there was
/// when it was made, so it stands right behind it and everything older, and a late inbound message finds its place before both.
/// </summary>
public readonly record struct ReadingOrder(DateTimeOffset Time, long Sequence) : IComparable<ReadingOrder>
{
    /// <summary>Before everything.</summary>
    public static ReadingOrder Start { get; } = new(DateTimeOffset.UnixEpoch, 0);

    /// <inheritdoc/>
    public int CompareTo(ReadingOrder other) =>
        Time.CompareTo(other.Time) is not 0 and var byTime ? byTime : Sequence.CompareTo(other.Sequence);

    public static bool operator <(ReadingOrder left, ReadingOrder right) => left.CompareTo(right) < 0;

    public static bool operator >(ReadingOrder left, ReadingOrder right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReadingOrder left, ReadingOrder right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReadingOrder left, ReadingOrder right) => left.CompareTo(right) >= 0;
}
