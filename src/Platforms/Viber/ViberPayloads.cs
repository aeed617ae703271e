using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Viber;

// What Viber sends ("Callbacks" and "Receive message" in its documentation), as lean as we need it. Which members a client fills
// in varies, and numbers come as text at times. Hot path: plain setters, as for Telegram; ViberInbound checks what must be there.

internal sealed class Callback
{
    public string? Event { get; set; }

    /// <summary>Milliseconds.</summary>
    public long? Timestamp { get; set; }

    /// <summary>Larger than a double can hold, so it stays the text it is.</summary>
    [JsonConverter(typeof(TextOrNumber))]
    public string? MessageToken { get; set; }

    /// <summary>Who wrote.</summary>
    public User? Sender { get; set; }

    /// <summary>Who subscribed or opened the chat.</summary>
    public User? User { get; set; }

    /// <summary>Who unsubscribed, or whose device reports on a message.</summary>
    public string? UserId { get; set; }

    public Message? Message { get; set; }

    /// <summary>Came by a button that says so.</summary>
    public bool? Silent { get; set; }

    /// <summary>Whether whoever opened the chat had subscribed before.</summary>
    public bool? Subscribed { get; set; }

    /// <summary>What the link by which they came carries.</summary>
    public string? Context { get; set; }

    /// <summary>Why a message failed.</summary>
    public string? Desc { get; set; }
}

internal sealed class User
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Avatar { get; set; }

    public string? Language { get; set; }
}

internal sealed class Message
{
    public string? Type { get; set; }

    [JsonConverter(typeof(TextOrNumber))]
    public string? Text { get; set; }

    /// <summary>The address of the file, or the one a customer shares.</summary>
    [JsonConverter(typeof(TextOrNumber))]
    public string? Media { get; set; }

    [JsonConverter(typeof(TextOrNumber))]
    public string? FileName { get; set; }

    [JsonConverter(typeof(LenientNumber<long>))]
    public long? Size { get; set; }

    [JsonConverter(typeof(LenientNumber<long>))]
    public long? FileSize { get; set; }

    [JsonConverter(typeof(TextOrNumber))]
    public string? StickerId { get; set; }

    public Contact? Contact { get; set; }

    public Location? Location { get; set; }

    [JsonConverter(typeof(TextOrNumber))]
    public string? TrackingData { get; set; }
}

internal sealed record Contact
{
    public string? Name { get; set; }

    [JsonConverter(typeof(TextOrNumber))]
    public string? PhoneNumber { get; set; }
}

internal sealed record Location
{
    [JsonConverter(typeof(LenientNumber<double>))]
    public double? Lat { get; set; }

    [JsonConverter(typeof(LenientNumber<double>))]
    public double? Lon { get; set; }

    public string? Address { get; set; }
}
