using System.Globalization;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WeChat;

/// <summary>What a follower's message says (page "Receiving standard messages").</summary>
internal static class WeChatContent
{
    public static MessageContent Read(WeChatPush push) => push.Type switch
    {
        "text" when push["bizmsgmenuid"] is { Length: > 0 } key => new MessageContent.Menu(push["Content"] ?? key, key, []),
        "text" => new MessageContent.Text(push["Content"] ?? ""),
        "image" => Media(MediaKind.Image, push, "image/jpeg"),
        "voice" => Media(MediaKind.Voice, push, VoiceType(push["Format"]), push["Recognition"]),
        "video" or "shortvideo" => Media(MediaKind.Video, push, "video/mp4"),
        "location" => Location(push),
        "link" => new MessageContent.Text(Lines(push["Title"], push["Description"], push["Url"])),
        "file" => File(push),
        var unknown => new MessageContent.Unsupported(unknown),
    };

    /// <summary>X is the latitude, Y the longitude.</summary>
    private static MessageContent Location(WeChatPush push) =>
        push.Number("Location_X") is { } latitude and >= -90 and <= 90
            && push.Number("Location_Y") is { } longitude and >= -180 and <= 180
            ? new MessageContent.Location(latitude, longitude, NullIfEmpty(push["Label"]))
            : new MessageContent.Unsupported(push.Type);

    private static MessageContent.Media Media(MediaKind kind, WeChatPush push, string? mimeType, string? caption = null) => new(
        kind,
        new Attachment { RemoteKey = NullIfEmpty(push["MediaId"]) ?? NullIfEmpty(push["PicUrl"]), MimeType = mimeType },
        NullIfEmpty(caption));

    /// <summary>WeChat tells that there is a file and what it is called, and hands the file itself to nobody.</summary>
    private static MessageContent.Media File(WeChatPush push) => new(
        MediaKind.File,
        new Attachment
        {
            State = MediaState.Failed,
            FileName = NullIfEmpty(push["Title"]),
            Size = long.TryParse(push["FileTotalLen"], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                ? bytes
                : null,
        },
        NullIfEmpty(push["Description"]));

    private static string? VoiceType(string? format) => format?.ToLowerInvariant() switch
    {
        "amr" => "audio/amr",
        "speex" => "audio/speex",
        "mp3" => "audio/mpeg",
        _ => null,
    };

    private static string Lines(params string?[] parts) => string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
