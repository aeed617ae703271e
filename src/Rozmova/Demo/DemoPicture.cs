using System.Buffers.Binary;
using System.IO.Compression;

namespace Rozmova.Demo;

/// <summary>A picture made on the spot, so that the demo ships none: a soft gradient as PNG.</summary>
internal static class DemoPicture
{
    private const int Width = 320;
    private const int Height = 200;

    public static byte[] Png { get; } = Draw();

    private static byte[] Draw()
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8; // bits per channel
        header[9] = 2; // RGB
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Compress(Pixels()));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels()
    {
        var rows = new byte[Height * (1 + (Width * 3))];
        for (var (y, at) = (0, 0); y < Height; y++)
        {
            rows[at++] = 0; // no filter
            for (var x = 0; x < Width; x++)
            {
                rows[at++] = (byte)(230 - (y / 4));
                rows[at++] = (byte)(180 + (x / 8));
                rows[at++] = (byte)(200 + (y / 8));
            }
        }

        return rows;
    }

    private static byte[] Compress(byte[] pixels)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(pixels);
        }

        return compressed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        var body = (byte[])[.. name, .. content];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
