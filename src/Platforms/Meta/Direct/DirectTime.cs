namespace Rozmova.Platforms.Meta.Direct;

/// <summary>Meta's times.</summary>
internal static class DirectTime
{
    private const long FirstMillisecond = 1_000_000_000_000;
    private const long LastMillisecond = 253_402_300_799_999;

    /// <summary>
    /// Milliseconds since 1970, though some events were seen in seconds. Null for none, or one that does not exist.
    /// </summary>
    public static DateTimeOffset? Read(long value) => value switch
    {
        <= 0 or > LastMillisecond => null,
        < FirstMillisecond => value * 1000 <= LastMillisecond ? DateTimeOffset.FromUnixTimeSeconds(value) : null,
        _ => DateTimeOffset.FromUnixTimeMilliseconds(value),
    };
}
