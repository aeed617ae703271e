namespace Rozmova.Bench.Bare;

/// <summary>What the bare limit pushes: the same kind of frame, as long as the program's for the same message.</summary>
internal static class BareFrame
{
    /// <summary>Bytes of the program's <c>message.created</c> for the messages the benchmarks send.</summary>
    public const int Length = 883;

    private static readonly byte[] Prefix = "{\"type\":\"message.created\",\"seq\":0,\"data\":"u8.ToArray();

    public static byte[] Of(ReadOnlySpan<byte> update)
    {
        var frame = new byte[Math.Max(Length, Prefix.Length + update.Length + 1)];
        frame.AsSpan().Fill((byte)' ');
        Prefix.CopyTo(frame, 0);
        update.CopyTo(frame.AsSpan(Prefix.Length));
        frame[^1] = (byte)'}';
        return frame;
    }
}
