using System.Buffers.Binary;
using System.IO.Compression;

namespace Rozmova.Simulators.Telegram;

/// <summary>Pictures drawn from a formula and written as PNG, so that no file has to be shipped.</summary>
internal static class SamplePicture
{
    /// <summary>A sun over two hills.</summary>
    public static byte[] Landscape(int width, int height, int hue) => Encode(width, height, (x, y) =>
    {
        var far = 0.62 + (0.08 * Math.Sin((x * 5) + hue));
        var near = 0.78 + (0.06 * Math.Sin((x * 8) + (hue * 2)));
        return (x, y) switch
        {
            _ when y > near => Colour(hue + 60, 0.45, 0.30),
            _ when y > far => Colour(hue + 40, 0.40, 0.45),
            _ when Distance(x, y, 0.95, 0.28) < 0.09 => Colour(48, 0.95, 0.80),
            _ => Colour(hue, 0.65, 0.55 + (0.35 * y)),
        };
    });

    /// <summary>Flowers among leaves, in a cone of paper.</summary>
    public static byte[] Bouquet(int width, int height, int hue)
    {
        (double X, double Y)[] flowers = [(0.67, 0.26), (0.47, 0.34), (0.87, 0.34), (0.57, 0.48), (0.78, 0.48), (0.38, 0.53), (0.96, 0.53)];
        return Encode(width, height, (x, y) =>
        {
            var flower = Array.FindLastIndex(flowers, each => Distance(x, y, each.X, each.Y) < 0.125);
            return flower switch
            {
                >= 0 => Petal(x - flowers[flower].X, y - flowers[flower].Y, hue + (flower * 6)),
                _ when y > 0.5 && Math.Abs(x - 0.67) < 0.78 * (1.02 - y) => Colour(34, 0.45, 0.72 + (0.1 * Math.Sin(x * 26))),
                _ when Array.Exists(flowers, each => Distance(x, y, each.X + ((each.X - 0.67) * 0.3), each.Y - 0.06) < 0.12) =>
                    Colour(118, 0.30, 0.38 + (0.06 * Math.Sin((x + y) * 60))),
                _ => Colour(36, 0.50, 0.96 - (0.08 * y)),
            };
        });
    }

    public static byte[] Face(int size) => Encode(size, size, (x, y) =>
    {
        var fromCentre = Distance(x, y, 0.5, 0.5);
        var smiles = y > 0.55 && fromCentre is > 0.24 and < 0.30;
        var looks = Distance(x, y, 0.36, 0.40) < 0.05 || Distance(x, y, 0.64, 0.40) < 0.05;
        return fromCentre > 0.46 ? 0 : smiles || looks ? Colour(30, 0.8, 0.2) : Colour(46, 0.95, 0.62 - (0.2 * y));
    });

    /// <summary>Layers that open outwards, lighter towards the rim.</summary>
    private static uint Petal(double x, double y, int hue)
    {
        var fromCentre = Math.Sqrt((x * x) + (y * y));
        var waves = Math.Sin((Math.Atan2(y, x) * 5) + (fromCentre * 90));
        return Colour(hue, 0.62, 0.58 + (fromCentre * 1.6) + (0.06 * waves));
    }

    private static double Distance(double x, double y, double fromX, double fromY) =>
        Math.Sqrt(((x - fromX) * (x - fromX)) + ((y - fromY) * (y - fromY)));

    /// <summary>Hue, saturation, lightness to opaque RGBA.</summary>
    private static uint Colour(int hue, double saturation, double lightness)
    {
        return (Channel(0) << 24) | (Channel(8) << 16) | (Channel(4) << 8) | 0xFF;

        uint Channel(int offset)
        {
            var k = (offset + (hue / 30.0)) % 12;
            var reach = saturation * Math.Min(lightness, 1 - lightness);
            return (uint)(255 * (lightness - (reach * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }
    }

    /// <param name="pixel">The colour at a point; both coordinates are in heights of the picture, so circles are round.</param>
    private static byte[] Encode(int width, int height, Func<double, double, uint> pixel)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6); // 8 bits a channel, RGBA
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, Compress(width, height, pixel));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compress(int width, int height, Func<double, double, uint> pixel)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            var line = new byte[1 + (width * 4)];
            for (var row = 0; row < height; row++)
            {
                for (var column = 0; column < width; column++)
                {
                    var colour = pixel((double)column / height, (double)row / height);
                    BinaryPrimitives.WriteUInt32BigEndian(line.AsSpan(1 + (column * 4)), colour);
                }

                zlib.Write(line);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(type);
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checksum(content, Checksum(type, uint.MaxValue)));
        png.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes, uint crc)
    {
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }

        return crc;
    }
}
