using System.Text.Json.Nodes;
using Rozmova.Messaging;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>What we say as TDLib's <c>InputMessageContent</c>. Pure.</summary>
internal static class TelegramUserOutbound
{
    /// <summary>Null for what an account cannot send. <paramref name="path"/> is where the file of a media message lies.</summary>
    public static JsonObject? ContentOf(MessageContent content, string? path) => content switch
    {
        MessageContent.Text text => Text(text.Body),
        MessageContent.Location { Name: { Length: > 0 } } location => Venue(location),
        MessageContent.Location location => new JsonObject { ["@type"] = "inputMessageLocation", ["location"] = Point(location) },
        MessageContent.ContactCard card => Card(card),
        MessageContent.Media media when path is not null => Media(media, path),
        _ => null,
    };

    /// <summary>Text without formats: what people write is never markup.</summary>
    public static JsonObject Words(string? text) => new() { ["@type"] = "formattedText", ["text"] = text ?? "", ["entities"] = new JsonArray() };

    private static JsonObject Text(string body) => new() { ["@type"] = "inputMessageText", ["text"] = Words(body), ["clear_draft"] = true };

    private static JsonObject? Media(MessageContent.Media media, string path)
    {
        var file = new JsonObject { ["@type"] = "inputFileLocal", ["path"] = path };
        var content = media.Kind switch
        {
            MediaKind.Image => Wrap("inputMessagePhoto", "photo", "inputPhoto", file),
            MediaKind.Video => Wrap("inputMessageVideo", "video", "inputVideo", file),
            MediaKind.Audio => Wrap("inputMessageAudio", "audio", "inputAudio", file),
            MediaKind.File => Wrap("inputMessageDocument", "document", "inputDocument", file),
            MediaKind.Voice => new JsonObject { ["@type"] = "inputMessageVoiceNote", ["voice_note"] = BareOrWrapped("voice_note", file) },
            MediaKind.Sticker => new JsonObject { ["@type"] = "inputMessageSticker", ["sticker"] = BareOrWrapped("sticker", file) },
            _ => null,
        };
        content?.Add("caption", Words(media.Caption));
        return content;
    }

    /// <summary>
    /// TDLib 1.8.65 takes these files bare and 1.8.67 inside another object, whose type it does not look at: one that is the file and holds
    /// it suits both.
    /// </summary>
    private static JsonObject BareOrWrapped(string member, JsonObject file)
    {
        var both = file.DeepClone().AsObject();
        both[member] = file;
        return both;
    }

    private static JsonObject Wrap(string type, string member, string wrapper, JsonObject file) => new()
    {
        ["@type"] = type, [member] = new JsonObject { ["@type"] = wrapper, [member] = file },
    };

    private static JsonObject Venue(MessageContent.Location location) => new()
    {
        ["@type"] = "inputMessageVenue",
        ["venue"] = new JsonObject { ["@type"] = "venue", ["location"] = Point(location), ["title"] = location.Name, ["address"] = location.Name },
    };

    private static JsonObject Point(MessageContent.Location location) => new()
    {
        ["@type"] = "location", ["latitude"] = location.Latitude, ["longitude"] = location.Longitude,
    };

    private static JsonObject Card(MessageContent.ContactCard card) => new()
    {
        ["@type"] = "inputMessageContact",
        ["contact"] = new JsonObject { ["@type"] = "contact", ["phone_number"] = card.Phone ?? "", ["first_name"] = card.Name },
    };
}
