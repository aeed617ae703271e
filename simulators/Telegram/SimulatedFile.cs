namespace Rozmova.Simulators.Telegram;

/// <summary>A file as it lies on somebody's phone.</summary>
public sealed record SimulatedFile(string Name, string MimeType, ReadOnlyMemory<byte> Content)
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 960;

    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>A file of a given size, for limits; its bytes are zeros.</summary>
    public static SimulatedFile OfSize(string name, string mimeType, int bytes) => new(name, mimeType, new byte[bytes]);
}

public enum MediaKind
{
    Photo,
    Voice,
    Audio,
    Video,
    VideoNote,
    Document,
    Sticker,
    Animation,
}
