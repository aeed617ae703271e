using System.Net.Http.Headers;
using Rozmova.Messaging;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>A file of ours on its way to WeChat, where it stays for three days (page "Upload temporary media").</summary>
internal static class WeChatUpload
{
    public static readonly TimeSpan UnknownSizeTimeout = TimeSpan.FromMinutes(5);

    public static string PathFor(MediaKind kind) => $"/cgi-bin/media/upload?type={NameOf(kind)}";

    /// <summary>The form with the file; null when it cannot be opened.</summary>
    public static async ValueTask<HttpContent?> OpenAsync(
        OutboundMessage message, MessageContent.Media media, CancellationToken cancellationToken) =>
        await Upload.OpenAsync(message, cancellationToken) is { } file ? FormOf(file, media) : null;

    private static MultipartFormDataContent FormOf(Stream file, MessageContent.Media media)
    {
        var type = media.File.MimeType ?? DefaultType(media.Kind);
        var part = new StreamContent(file);
        part.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"media\"; filename=\"{NameOf(media.Kind)}.{ExtensionOf(type)}\"");
        part.Headers.ContentType = MediaTypeHeaderValue.TryParse(type, out var parsed) ? parsed : null;

        // .NET writes the boundary in quotes, and WeChat then finds no file in the form.
        var form = new MultipartFormDataContent { part };
        var boundary = form.Headers.ContentType!.Parameters.Single(parameter => parameter.Name == "boundary");
        boundary.Value = boundary.Value!.Trim('"');
        return form;
    }

    /// <summary>
    /// WeChat looks at the name's ending. The customer does not see the name, so it need not be the file's own.
    /// </summary>
    private static string ExtensionOf(string mimeType) => mimeType switch
    {
        "image/png" => "png",
        "image/gif" => "gif",
        "audio/amr" => "amr",
        "audio/mpeg" or "audio/mp3" => "mp3",
        "video/mp4" => "mp4",
        _ => "jpg",
    };

    private static string DefaultType(MediaKind kind) => kind switch
    {
        MediaKind.Voice => "audio/amr",
        MediaKind.Video => "video/mp4",
        _ => "image/jpeg",
    };

    private static string NameOf(MediaKind kind) => kind switch
    {
        MediaKind.Voice => "voice",
        MediaKind.Video => "video",
        _ => "image",
    };
}
