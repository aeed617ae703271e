using System.Text.Json.Nodes;

namespace Rozmova.Simulators.TelegramUser;

/// <summary>Objects of TDLib's schema.</summary>
internal static class Td
{
    public static JsonObject Of(string type) => new() { ["@type"] = type };

    public static JsonObject Error(int code, string message) => new() { ["@type"] = "error", ["code"] = code, ["message"] = message };

    public static JsonObject Text(string text) => new() { ["@type"] = "formattedText", ["text"] = text, ["entities"] = new JsonArray() };

    public static JsonObject File(long id, long size, string path) => new()
    {
        ["@type"] = "file",
        ["id"] = id,
        ["size"] = size,
        ["local"] = new JsonObject { ["@type"] = "localFile", ["path"] = path, ["is_downloading_completed"] = path.Length > 0 },
        ["remote"] = new JsonObject { ["@type"] = "remoteFile", ["id"] = $"remote-{id}" },
    };

    /// <summary>A message's content that carries a file; <paramref name="type"/> as the API of the program calls it.</summary>
    public static JsonObject Media(string type, JsonObject file, string name, string mimeType) => type switch
    {
        "image" => Holding("messagePhoto", "photo", new JsonObject
        {
            ["@type"] = "photo",
            ["sizes"] = new JsonArray(
                new JsonObject { ["@type"] = "photoSize", ["type"] = "s", ["photo"] = File(1, 10, "") },
                new JsonObject { ["@type"] = "photoSize", ["type"] = "y", ["photo"] = file }),
        }),
        "voice" => Holding("messageVoiceNote", "voice_note", Described("voiceNote", "voice", file, name, mimeType)),
        "audio" => Holding("messageAudio", "audio", Described("audio", "audio", file, name, mimeType)),
        "video" => Holding("messageVideo", "video", Described("video", "video", file, name, mimeType)),
        "video-note" => Holding("messageVideoNote", "video_note", new JsonObject { ["@type"] = "videoNote", ["video"] = file }),
        "sticker" => Holding("messageSticker", "sticker", new JsonObject
        {
            ["@type"] = "sticker", ["sticker"] = file, ["format"] = Of("stickerFormatWebp"),
        }),
        _ => Holding("messageDocument", "document", Described("document", "document", file, name, mimeType)),
    };

    /// <summary>What a message says once it was sent, from what was asked to be sent.</summary>
    public static JsonObject Sent(JsonObject input, Func<JsonNode, JsonObject> keep)
    {
        var caption = input["caption"]?.DeepClone() ?? Text("");
        var content = (string)input["@type"]! switch
        {
            "inputMessageText" => new JsonObject { ["@type"] = "messageText", ["text"] = input["text"]!.DeepClone() },
            "inputMessageLocation" => new JsonObject { ["@type"] = "messageLocation", ["location"] = input["location"]!.DeepClone() },
            "inputMessageVenue" => new JsonObject { ["@type"] = "messageVenue", ["venue"] = input["venue"]!.DeepClone() },
            "inputMessageContact" => new JsonObject { ["@type"] = "messageContact", ["contact"] = input["contact"]!.DeepClone() },
            "inputMessagePhoto" => Media("image", keep(input["photo"]!["photo"]!), "", ""),
            "inputMessageVideo" => Media("video", keep(input["video"]!["video"]!), "", "video/mp4"),
            "inputMessageAudio" => Media("audio", keep(input["audio"]!["audio"]!), "", "audio/mpeg"),
            "inputMessageVoiceNote" => Media("voice", keep(input["voice_note"]!["voice_note"]!), "", "audio/ogg"),
            "inputMessageSticker" => Media("sticker", keep(input["sticker"]!["sticker"]!), "", "image/webp"),
            _ => Media("file", keep(input["document"]!["document"]!), "", ""),
        };
        if (content.ContainsKey("caption"))
        {
            content["caption"] = caption;
        }

        return content;
    }

    private static JsonObject Holding(string type, string member, JsonObject held) =>
        new() { ["@type"] = type, [member] = held, ["caption"] = Text("") };

    private static JsonObject Described(string type, string member, JsonObject file, string name, string mimeType) =>
        new() { ["@type"] = type, [member] = file, ["file_name"] = name, ["mime_type"] = mimeType };
}
