using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>Pictures, files, places and cards inside a bubble.</summary>
internal static class BubbleMedia
{
    public static Html Render(Customer customer, JsonObject message) => message switch
    {
        _ when message["photo"] is JsonArray sizes => Picture(customer, sizes[^1]!, "photo"),
        _ when message["sticker"] is JsonObject sticker => Picture(customer, sticker, "sticker"),
        _ when message["animation"] is JsonObject animation => File(customer, animation, "GIF", "Animation"),
        _ when message["video_note"] is JsonObject note => File(customer, note, "◉", "Video message"),
        _ when message["video"] is JsonObject video => File(customer, video, "▶", "Video"),
        _ when message["voice"] is JsonObject voice => Voice(customer, voice),
        _ when message["audio"] is JsonObject audio => File(customer, audio, "♪", "Audio"),
        _ when message["document"] is JsonObject document => File(customer, document, "⤓", "File"),
        _ when message["venue"] is JsonObject venue => Venue(venue),
        _ when message["location"] is JsonObject place => Place(place),
        _ when message["contact"] is JsonObject contact => Contact(contact),
        _ => Html.Empty,
    };

    /// <summary>A message in a few words: its text, or what kind of thing it is.</summary>
    public static string Summary(JsonObject message) => (string?)(message["text"] ?? message["caption"]) ?? message switch
    {
        _ when message.ContainsKey("photo") => "Photo",
        _ when message.ContainsKey("sticker") => "Sticker",
        _ when message.ContainsKey("animation") => "GIF",
        _ when message.ContainsKey("video_note") => "Video message",
        _ when message.ContainsKey("video") => "Video",
        _ when message.ContainsKey("voice") => "Voice message",
        _ when message.ContainsKey("location") => "Location",
        _ when message.ContainsKey("contact") => "Contact",
        _ => (string?)(message["audio"] ?? message["document"])?["file_name"] ?? "Message",
    };

    private static Html Picture(Customer customer, JsonNode file, string kind) => Html.Of($"""
        <img class="{kind}" src="{Address(customer, file)}" alt="{kind}"
        width="{(int)file["width"]!}" height="{(int)file["height"]!}">
        """);

    private static Html File(Customer customer, JsonNode file, string icon, string kind) => Html.Of($"""
        <a class="file" href="{Address(customer, file)}" target="_blank"><i>{icon}</i>
        <span><b>{(string?)file["file_name"] ?? kind}</b>
        <small>{kind}{Length(file)} · {Size((long?)file["file_size"] ?? 0)}</small></span></a>
        """);

    private static Html Voice(Customer customer, JsonNode voice) => Html.Of($"""
        <a class="file voice" href="{Address(customer, voice)}" target="_blank"><i>▶</i>
        <span><b class="wave" aria-label="Voice message"></b><small>Voice{Length(voice)}</small></span></a>
        """);

    private static Html Venue(JsonObject venue) => Map((string?)venue["title"], Html.Of($"{(string?)venue["address"]}"));

    private static Html Place(JsonObject location) =>
        Map("Location", Html.Of($"{(double)location["latitude"]!:F4}, {(double)location["longitude"]!:F4}"));

    private static Html Map(string? title, Html below) =>
        Html.Of($"<div class=\"place\"><div class=\"map\"></div><b>{title}</b><small>{below}</small></div>");

    private static Html Contact(JsonObject contact)
    {
        var name = $"{(string?)contact["first_name"]} {(string?)contact["last_name"]}".Trim();
        return Html.Of($"""
            <div class="file"><i>{name[..Math.Min(1, name.Length)]}</i>
            <span><b>{name}</b><small>{(string?)contact["phone_number"]}</small></span></div>
            """);
    }

    private static string Address(Customer customer, JsonNode file) =>
        $"{PhonePaths.Of(customer)}/file/{(string?)file["file_id"]}";

    private static Html Length(JsonNode file) =>
        (int?)file["duration"] is { } seconds ? Html.Of($" · {seconds / 60}:{seconds % 60:D2}") : Html.Empty;

    private static Html Size(long bytes) => bytes switch
    {
        >= 1024 * 1024 => Html.Of($"{bytes / 1048576.0:F1} MB"),
        >= 1024 => Html.Of($"{bytes / 1024} KB"),
        _ => Html.Of($"{bytes} B"),
    };
}
