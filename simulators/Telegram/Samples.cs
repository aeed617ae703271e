using System.Text;

namespace Rozmova.Simulators.Telegram;

/// <summary>Files a sample customer has at hand.</summary>
public static class Samples
{
    public static SimulatedFile Voice { get; } = new("voice.oga", "audio/ogg", Padded("OggS"u8, 28_110));

    public static SimulatedFile Audio { get; } =
        new("jingle.mp3", "audio/mpeg", Padded("ID3"u8, 161_000)) { Duration = TimeSpan.FromSeconds(35) };

    public static SimulatedFile Video { get; } =
        new("clip.mp4", "video/mp4", Padded("\0\0\0\u0018ftypmp42"u8, 294_000)) { Width = 1280, Height = 720 };

    public static SimulatedFile Document { get; } = new("price list.pdf", "application/pdf", Encoding.ASCII.GetBytes("""
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 120]>> endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """));

    public static SimulatedFile Sticker { get; } =
        new("sticker.png", "image/png", SamplePicture.Face(256)) { Width = 256, Height = 256 };

    /// <summary>A landscape in the given hue, 0 to 359.</summary>
    public static SimulatedFile Photo(int hue) =>
        new($"photo {hue}.png", "image/png", SamplePicture.Landscape(640, 480, hue)) { Width = 640, Height = 480 };

    /// <summary>A bunch of flowers in about the given hue, 0 to 359.</summary>
    public static SimulatedFile Bouquet(int hue) =>
        new($"bouquet {hue}.png", "image/png", SamplePicture.Bouquet(640, 480, hue)) { Width = 640, Height = 480 };

    private static byte[] Padded(ReadOnlySpan<byte> start, int length)
    {
        var content = new byte[length];
        start.CopyTo(content);
        return content;
    }
}
