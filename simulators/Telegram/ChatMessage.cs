using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>One message of a chat as it stood at one moment; every change makes a new one.</summary>
public sealed record ChatMessage
{
    public required int Id { get; init; }

    public required bool FromBot { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>The Message object of the Bot API. It is shared: read it, never change it.</summary>
    public required JsonObject Json { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>It came without a sound.</summary>
    public bool IsSilent { get; init; }

    public string? BotReaction { get; init; }

    public string? CustomerReaction { get; init; }

    /// <summary>The text, or the caption of a medium.</summary>
    public string? Text => (string?)(Json["text"] ?? Json["caption"]);

    public int? ReplyTo => (int?)Json["reply_to_message"]?["message_id"];

    public IReadOnlyList<InlineButton> Buttons =>
        Json["reply_markup"]?["inline_keyboard"] is JsonArray rows
            ? [.. rows.SelectMany(row => row!.AsArray()).Select(button => InlineButton.Read(button!))]
            : [];

    /// <summary>Counts the changes of its chat, so that a reader knows what it has not seen.</summary>
    internal long Version { get; init; }
}

/// <summary>A button under a message: it carries data or an address, not both.</summary>
public sealed record InlineButton(string Text, string? CallbackData, string? Url)
{
    internal static InlineButton Read(JsonNode button) =>
        new((string)button["text"]!, (string?)button["callback_data"], (string?)button["url"]);
}
