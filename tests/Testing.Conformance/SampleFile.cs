namespace Rozmova.Testing.Conformance;

/// <summary>A file to send, in a format every messenger takes for its kind. Its bytes are never the same twice.</summary>
public sealed record SampleFile(string Name, string MimeType, ReadOnlyMemory<byte> Content)
{
    /// <summary>The content types that carry a file.</summary>
    public static IReadOnlyList<string> Types { get; } = ["image", "audio", "voice", "video", "file", "sticker"];

    public static SampleFile Of(string type) => Of(type, 20_000);

    public static SampleFile Of(string type, long size) => type switch
    {
        "image" => new("photo.jpg", "image/jpeg", Fill([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8], size)),
        "audio" => new("song.mp3", "audio/mpeg", Fill("ID3\u0004\0\0"u8, size)),
        "voice" => new("voice.ogg", "audio/ogg", Fill("OggS\0\u0002"u8, size)),
        "video" => new("clip.mp4", "video/mp4", Fill("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"u8, size)),
        "sticker" => new("sticker.webp", "image/webp", Fill([.. "RIFF"u8, .. BitConverter.GetBytes((int)size - 8), .. "WEBPVP8 "u8], size)),
        _ => new("price list.pdf", "application/pdf", Fill("%PDF-1.4\n"u8, size)),
    };

    private static byte[] Fill(ReadOnlySpan<byte> start, long size)
    {
        var content = new byte[size];
        Random.Shared.NextBytes(content.AsSpan(0, (int)Math.Min(size, 4096)));
        start.CopyTo(content);
        return content;
    }
}
