using System.Text;

namespace Rozmova.Workspace.Media;

/// <summary>Recognises the common types of file by the bytes they begin with.</summary>
internal static class FileSignature
{
    /// <summary>Bytes worth looking at.</summary>
    public const int Longest = 64;

    private static readonly (string Type, byte[] Start)[] Plain =
    [
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("image/gif", "GIF87a"u8.ToArray()),
        ("image/gif", "GIF89a"u8.ToArray()),
        ("video/webm", [0x1A, 0x45, 0xDF, 0xA3]),
        ("audio/ogg", "OggS"u8.ToArray()),
        ("audio/mpeg", "ID3"u8.ToArray()),
        ("application/pdf", "%PDF-"u8.ToArray()),
        ("application/zip", [0x50, 0x4B, 0x03, 0x04]),
        ("application/zip", [0x50, 0x4B, 0x05, 0x06]),
        ("application/gzip", [0x1F, 0x8B]),
    ];

    /// <summary>The type the bytes bear out; null when they could be anything.</summary>
    public static string? Recognise(ReadOnlySpan<byte> start)
    {
        foreach (var (type, signature) in Plain)
        {
            if (start.StartsWith(signature))
            {
                return type;
            }
        }

        return Riff(start) ?? IsoMedia(start) ?? Mpeg(start);
    }

    private static string? Riff(ReadOnlySpan<byte> start) =>
        start.Length < 12 || !start.StartsWith("RIFF"u8) ? null
        : start[8..].StartsWith("WEBP"u8) ? "image/webp"
        : start[8..].StartsWith("WAVE"u8) ? "audio/wav"
        : null;

    // Bytes 4 to 8 say that it is of the MP4 family, the next four which member.
    private static string? IsoMedia(ReadOnlySpan<byte> start)
    {
        if (start.Length < 12 || !start[4..].StartsWith("ftyp"u8))
        {
            return null;
        }

        return Encoding.ASCII.GetString(start.Slice(8, 4)) switch
        {
            "M4A " or "M4B " => "audio/mp4",
            "avif" => "image/avif",
            "heic" or "heix" or "mif1" => "image/heic",
            "qt  " => "video/quicktime",
            _ => "video/mp4",
        };
    }

    // An MP3 without tags begins with a frame: eleven set bits, then version and layer, of which 00 is none.
    private static string? Mpeg(ReadOnlySpan<byte> start) =>
        start.Length > 2 && start[0] == 0xFF && (start[1] & 0xE6) == 0xE2 ? "audio/mpeg" : null;
}
