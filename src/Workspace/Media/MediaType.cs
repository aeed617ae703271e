using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;

namespace Rozmova.Workspace.Media;

/// <summary>Decides the type of a file between what its sender says and what its bytes say.</summary>
internal static class MediaType
{
    /// <summary>A file of no type we vouch for.</summary>
    public const string Bytes = "application/octet-stream";

    // What a browser shows without running anything. Neither SVG nor any XML or HTML is, or may ever be, among them.
    private static readonly FrozenSet<string> Shown = FrozenSet.ToFrozenSet(
        [
            "image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm", "video/ogg",
            "audio/ogg", "audio/mpeg", "audio/mp4", "audio/wav", "audio/webm",
        ]);

    // Types we would recognise by their bytes: one that is announced and not recognised is not what it says.
    private static readonly FrozenSet<string> Recognisable =
        Shown.Concat(["application/pdf", "application/zip", "application/gzip", "video/quicktime", "image/avif", "image/heic"]).ToFrozenSet();

    /// <summary>The type to keep: the bytes' word counts, the sender's makes it more precise where both can be true.</summary>
    public static string Decide(string? announced, ReadOnlySpan<byte> start)
    {
        var said = Normalise(announced);
        return FileSignature.Recognise(start) switch
        {
            null => said is null || Recognisable.Contains(said) ? Bytes : said,
            var seen when said is not null && Refines(said, seen) => said,
            var seen => seen,
        };
    }

    /// <summary>Whether a browser may show it in place; else it is a download.</summary>
    public static bool IsShown(string? type) => type is not null && Shown.Contains(type);

    private static bool Refines(string said, string seen) => seen switch
    {
        // Word, EPUB, APK and many more are zips; an animated sticker is gzip.
        "application/zip" or "application/gzip" => said.StartsWith("application/", StringComparison.Ordinal) && said != "application/pdf" && !IsActive(said),
        "audio/ogg" => said is "video/ogg",
        "video/mp4" => said is "audio/mp4",
        "video/webm" => said is "audio/webm",
        _ => false,
    };

    private static bool IsActive(string type) => type.Contains("xml", StringComparison.Ordinal) && !type.Contains("openxml", StringComparison.Ordinal);

    /// <summary>Lower case, without parameters, under the name the lists above use; null for what is no type.</summary>
    private static string? Normalise(string? type)
    {
        if (!MediaTypeHeaderValue.TryParse(type, out var parsed) || parsed.MediaType.Value is not { Length: < 128 } name)
        {
            return null;
        }

        return name.ToLowerInvariant() switch
        {
            "image/jpg" or "image/pjpeg" => "image/jpeg",
            "audio/mp3" => "audio/mpeg",
            "audio/x-m4a" or "audio/m4a" => "audio/mp4",
            "audio/x-wav" or "audio/wave" or "audio/vnd.wave" => "audio/wav",
            "audio/opus" or "application/ogg" => "audio/ogg",
            Bytes or "binary/octet-stream" => null,
            var known => known,
        };
    }
}
