using System.Text.Json;

namespace Rozmova.Platforms.WhatsApp;

internal enum WhatsAppItemKind
{
    /// <summary>Nothing we can make out.</summary>
    Broken = 0,

    /// <summary>A customer did something.</summary>
    Message = 1,

    /// <summary>We did something, in the app on the phone.</summary>
    Echo = 2,

    /// <summary>Something became of a message of ours.</summary>
    Status = 3,
}

/// <summary>
/// One of the things a request tells, still as JSON: each is read by itself, so that one that cannot be read keeps no other from
/// being read. <paramref name="Account"/> is the phone number id it is for.
/// </summary>
internal readonly record struct WhatsAppItem(WhatsAppItemKind Kind, string? Account, JsonElement Json, JsonElement Value)
{
    // Kept, for each is asked for several times and looking makes a string.
    public string? Id { get; } = Json.Text("id");

    /// <summary>The customer, or the group, on the other side.</summary>
    public string? Chat { get; } = ChatOf(Kind, Json);

    /// <summary>Whether it can be put into a conversation, whatever it says.</summary>
    public bool HasPlace => Account is not null && Id is not null && Chat is not null;

    /// <summary>
    /// The platform's time: seconds as text, rarely milliseconds or a number; null where there is none to make out.
    /// </summary>
    public DateTimeOffset? At => Json.Number("timestamp") switch
    {
        > 0 and < 10_000_000_000 and var seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
        >= 10_000_000_000 and < 253_402_300_800_000 and var milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        _ => null,
    };

    private static string? ChatOf(WhatsAppItemKind kind, JsonElement json) => kind switch
    {
        WhatsAppItemKind.Message when json.Text("group_id") is { } group => WhatsAppAddress.OfGroup(group),
        WhatsAppItemKind.Message => json.Text("from") ?? json.Text("from_user_id"),
        WhatsAppItemKind.Echo => json.Text("to") ?? json.Text("to_user_id"),
        WhatsAppItemKind.Status when json.Text("recipient_type") == "group" && json.Text("recipient_id") is { } group =>
            WhatsAppAddress.OfGroup(group),
        WhatsAppItemKind.Status => json.Text("recipient_id") ?? json.Text("recipient_user_id"),
        _ => null,
    };
}
