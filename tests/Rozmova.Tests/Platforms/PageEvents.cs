using System.Globalization;
using System.Text.Json.Nodes;
using Rozmova.Messaging;

namespace Rozmova.Tests.Platforms;

/// <summary>What the pages of <see cref="PagePlatform"/> tell, and how it is read again.</summary>
internal static class PageEvents
{
    public static JsonObject Text(string chat, string id, string text, DateTimeOffset? at = null) =>
        Event("text", chat, at, ("id", id), ("text", text));

    /// <summary>A message that tells who writes.</summary>
    public static JsonObject Introduced(string chat, string id, Profile from) => Event(
        "text", chat, null, ("id", id), ("text", "Good day"), ("name", from.Name), ("username", from.Username), ("language", from.Language),
        ("phone", from.Phone), ("picture", from.AvatarUrl));

    public static JsonObject Echo(string chat, string id, string text, DateTimeOffset? at = null) =>
        Event("echo", chat, at, ("id", id), ("text", text));

    public static JsonObject Confirmed(string chat, string id, string message, DateTimeOffset? at = null) =>
        Event("confirmed", chat, at, ("id", id), ("message", message));

    public static JsonObject Watermark(string chat, DeliveryReport report, DateTimeOffset at) =>
        Event("watermark", chat, at, ("report", report.ToString()));

    public static JsonObject Deleted(string chat, string id) => Event("deleted", chat, null, ("id", id));

    public static JsonObject Happened(string chat, string id, ContactEventKind kind, string? detail = null) =>
        Event("happened", chat, null, ("id", id), ("happened", kind.ToString()), ("detail", detail));

    public static InboundEvent Read(JsonNode item)
    {
        var chat = item.Text("chat");
        var id = new PlatformMessageId(item.Text("id"));
        DateTimeOffset? at = item["at"] is { } time ? DateTimeOffset.Parse((string)time!, CultureInfo.InvariantCulture) : null;
        return item.Text("kind") switch
        {
            "text" => new InboundEvent.MessageReceived
            {
                Chat = chat, Id = id, SentAt = at, From = ReadProfile(item), Content = new MessageContent.Text(item.Text("text")),
            },
            "echo" => new InboundEvent.MessageEchoed { Chat = chat, Id = id, SentAt = at, Content = new MessageContent.Text(item.Text("text")) },
            "confirmed" => new InboundEvent.SendConfirmed { Chat = chat, Id = id, SentAt = at, Message = new MessageId(Guid.Parse(item.Text("message"))) },
            "watermark" => new InboundEvent.WatermarkReported { Chat = chat, UpTo = at!.Value, Report = Enum.Parse<DeliveryReport>(item.Text("report")) },
            "deleted" => new InboundEvent.MessageDeleted { Chat = chat, Id = id },
            _ => new InboundEvent.ContactEvent
            {
                Chat = chat, Id = id, From = new Profile(), Kind = Enum.Parse<ContactEventKind>(item.Text("happened")), Detail = (string?)item["detail"],
            },
        };
    }

    private static Profile ReadProfile(JsonNode item) => new()
    {
        Name = (string?)item["name"],
        Username = (string?)item["username"],
        Language = (string?)item["language"],
        Phone = (string?)item["phone"],
        AvatarUrl = (string?)item["picture"],
    };

    private static JsonObject Event(string kind, string chat, DateTimeOffset? at, params (string Name, string? Value)[] members)
    {
        var item = new JsonObject { ["kind"] = kind, ["chat"] = chat, ["at"] = at?.ToString("O", CultureInfo.InvariantCulture) };
        foreach (var (name, value) in members)
        {
            item[name] = value;
        }

        return item;
    }
}
