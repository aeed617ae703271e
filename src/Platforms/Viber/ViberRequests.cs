using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Viber;

// What we ask of the API and what it answers. Absent members are not written.

/// <summary>A message: the body of send_message and, without a receiver, the welcome in answer to conversation_started.</summary>
internal sealed record SendRequest
{
    public string? Receiver { get; init; }

    public required Sender Sender { get; init; }

    public int? MinApiVersion { get; init; }

    public string? TrackingData { get; init; }

    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Media { get; init; }

    public string? Thumbnail { get; init; }

    public long? Size { get; init; }

    public string? FileName { get; init; }

    public long? StickerId { get; init; }

    public Contact? Contact { get; init; }

    public Location? Location { get; init; }

    /// <summary>What a client too old for <see cref="RichMedia"/> shows.</summary>
    public string? AltText { get; init; }

    public ButtonBoard? RichMedia { get; init; }

    public ButtonBoard? Keyboard { get; init; }
}

internal sealed record Sender(string Name, string? Avatar);

/// <summary>A keyboard or the blocks of a rich media message. From here down names begin with a capital.</summary>
internal sealed record ButtonBoard
{
    [JsonPropertyName("Type")]
    public required string Type { get; init; }

    [JsonPropertyName("ButtonsGroupColumns")]
    public int? ButtonsGroupColumns { get; init; }

    [JsonPropertyName("ButtonsGroupRows")]
    public int? ButtonsGroupRows { get; init; }

    [JsonPropertyName("Buttons")]
    public required IReadOnlyList<BoardButton> Buttons { get; init; }
}

internal sealed record BoardButton
{
    [JsonPropertyName("Columns")]
    public required int Columns { get; init; }

    [JsonPropertyName("Rows")]
    public required int Rows { get; init; }

    [JsonPropertyName("ActionType")]
    public required string ActionType { get; init; }

    [JsonPropertyName("ActionBody")]
    public string? ActionBody { get; init; }

    [JsonPropertyName("Text")]
    public required string Text { get; init; }

    [JsonPropertyName("TextHAlign")]
    public string? TextHAlign { get; init; }

    [JsonPropertyName("Silent")]
    public bool? Silent { get; init; }
}

internal sealed record SetWebhookRequest
{
    public required string Url { get; init; }

    public IReadOnlyList<string>? EventTypes { get; init; }

    public bool? SendName { get; init; }

    public bool? SendPhoto { get; init; }
}

internal sealed record GetUserDetailsRequest(string Id);

/// <summary>What every call answers, with status 200 even when it failed.</summary>
internal sealed record Reply
{
    public int? Status { get; init; }

    public string? StatusMessage { get; init; }

    [JsonConverter(typeof(TextOrNumber))]
    public string? MessageToken { get; init; }

    public User? User { get; init; }
}

/// <summary>What we write into tracking_data: the labels of the buttons, by what a press sends.</summary>
internal sealed record TrackedLabels(IReadOnlyDictionary<string, string?>? Labels);
