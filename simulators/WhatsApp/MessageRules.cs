using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>What the Cloud API checks before it takes a message: its shape, and the limits of each type.</summary>
internal static class MessageRules
{
    public static void Check(BusinessNumber number, JsonObject body)
    {
        Require((string?)body["messaging_product"] == "whatsapp", "The parameter messaging_product is required.");
        Require(body["to"] is not null != body["recipient"] is not null, "The parameter to is required.");
        Require(body["biz_opaque_callback_data"] is null || TextOf(body["biz_opaque_callback_data"]).Length <= 512, "Too long.");
        var type = TextOf(body["type"]);
        Require(body[type] is not null, $"The parameter {type} is required.");
        switch (type)
        {
            case "text":
                Within(body["text"]!["body"], 1, 4096, "text.body");
                break;
            case "image" or "audio" or "video" or "document" or "sticker":
                CheckFile(number, type, body[type]!);
                break;
            case "interactive":
                CheckInteractive(body["interactive"]!);
                break;
            case "template":
                CheckTemplate(number, body["template"]!);
                break;
            case "location" or "contacts" or "reaction":
                break;
            default:
                throw new RefusedCallException(131051, "Unsupported message type.");
        }
    }

    private static void CheckFile(BusinessNumber number, string type, JsonNode file)
    {
        Require(number.Simulator.Files.Find((string?)file["id"]) is not null, "Media ID does not exist.");
        Require(file["caption"] is null || type is "image" or "video" or "document", $"Caption is not allowed for {type}.");
        Require(TextOf(file["caption"]).Length <= 1024, "Caption too long.");
        var mimeType = number.Simulator.Files.Find((string?)file["id"])!.MimeType;
        var fits = type switch
        {
            "image" => mimeType is "image/jpeg" or "image/png",
            "sticker" => mimeType is "image/webp",
            "video" => mimeType is "video/mp4" or "video/3gpp",
            "audio" => mimeType.StartsWith("audio/", StringComparison.Ordinal),
            _ => true,
        };
        if (!fits)
        {
            throw new RefusedCallException(131053, $"Unsupported {type} mime type {mimeType}.");
        }
    }

    private static void CheckInteractive(JsonNode interactive)
    {
        Within(interactive["body"]?["text"], 1, 1024, "interactive.body");
        var action = interactive["action"]!;
        switch (TextOf(interactive["type"]))
        {
            case "button":
                JsonNode?[] replies = [.. action["buttons"]!.AsArray().Select(button => button!["reply"])];
                CheckChoices(replies, most: 3, idLength: 256, titleLength: 20);
                break;
            case "list":
                Within(action["button"], 1, 20, "action.button");
                JsonNode?[] rows = [.. action["sections"]!.AsArray().SelectMany(section => section!["rows"]!.AsArray())];
                CheckChoices(rows, most: 10, idLength: 200, titleLength: 24);
                Require(rows.All(row => TextOf(row!["description"]).Length <= 72), "Row description is too long. Max length: 72");
                break;
            case "cta_url":
                Within(action["parameters"]?["display_text"], 1, 20, "display_text");
                break;
            case "location_request_message":
                break;
            default:
                throw new RefusedCallException(131009, "Interactive type is not valid.");
        }
    }

    private static void CheckChoices(JsonNode?[] choices, int most, int idLength, int titleLength)
    {
        Require(choices.Length >= 1 && choices.Length <= most, $"Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: {most}");
        foreach (var choice in choices)
        {
            Within(choice!["id"], 1, idLength, "id");
            Within(choice["title"], 1, titleLength, "title");
        }

        Require(choices.DistinctBy(choice => TextOf(choice!["id"])).Count() == choices.Length, "Duplicated id.");
        Require(choices.DistinctBy(choice => TextOf(choice!["title"])).Count() == choices.Length, "Duplicated title.");
    }

    private static void CheckTemplate(BusinessNumber number, JsonNode template)
    {
        var approved = number.FindTemplate((string?)template["name"], (string?)template["language"]?["code"])
            ?? throw new RefusedCallException(132001, "Template name does not exist in the translation.", 404);
        if (approved.Objection(template["components"]?.AsArray() ?? []) is { } objection)
        {
            throw new RefusedCallException(132000, objection);
        }
    }

    private static void Within(JsonNode? text, int least, int most, string name) =>
        Require(TextOf(text).Length >= least && TextOf(text).Length <= most, $"Parameter {name}: Min length: {least}, Max length: {most}");

    private static void Require(bool holds, string details)
    {
        if (!holds)
        {
            throw new RefusedCallException(100, details);
        }
    }

    private static string TextOf(JsonNode? node) => (string?)node ?? "";
}
