using System.Buffers;
using System.Buffers.Binary;

namespace Rozmova.Workspace.Live;

/// <summary>
/// Text frames of a WebSocket server (RFC 6455, section 5.2) in one block of bytes: unmasked, so the same block goes to every listener,
/// in one write. HOT: measured by the intake and fan-out benchmarks.
/// </summary>
internal static class WireFrames
{
    private const byte FinalText = 0x81;
    private const int MostInByte = 125;
    private const byte Length16 = 126;
    private const byte Length64 = 127;

    /// <summary>Adds a whole message.</summary>
    public static void Append(IBufferWriter<byte> block, ReadOnlySpan<byte> payload)
    {
        var head = block.GetSpan(10);
        head[0] = FinalText;
        var length = 2;
        if (payload.Length <= MostInByte)
        {
            head[1] = (byte)payload.Length;
        }
        else if (payload.Length <= ushort.MaxValue)
        {
            head[1] = Length16;
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)payload.Length);
            length += sizeof(ushort);
        }
        else
        {
            head[1] = Length64;
            BinaryPrimitives.WriteUInt64BigEndian(head[2..], (ulong)payload.Length);
            length += sizeof(ulong);
        }

        block.Advance(length);
        block.Write(payload);
    }
}
