using System.Text.Json.Serialization;
using Rozmova.Platforms.Telegram;

namespace Rozmova.Desks.TelegramDesk.Bot;

/// <summary>What the bot says: HTML of Telegram's, and the buttons under it.</summary>
internal sealed record BotMessage(string Html)
{
    public IReadOnlyList<IReadOnlyList<InlineButton>> Rows { get; init; } = [];

    /// <summary>The keys in place of the person's keyboard; instead of <see cref="Rows"/>, as a message has one or the other.</summary>
    public KeyBoard? Keys { get; init; }

    /// <summary>It comes without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>The message it answers.</summary>
    public long? ReplyTo { get; init; }
}

/// <summary>Keys that stay below the composer, and what stands in it while it is empty.</summary>
internal sealed record KeyBoard(IReadOnlyList<IReadOnlyList<string>> Rows, string? Placeholder);

// What we ask of the Bot API. Absent members are not written.

internal sealed record BotRequest
{
    public required long ChatId { get; init; }

    /// <summary>The message to edit; absent when sending.</summary>
    public long? MessageId { get; init; }

    public string? Text { get; init; }

    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public bool? DisableNotification { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public LinkPreview? LinkPreviewOptions { get; init; }

    public BotMarkup? ReplyMarkup { get; init; }
}

internal sealed record LinkPreview(bool IsDisabled);

internal sealed record BotMarkup
{
    public IReadOnlyList<IReadOnlyList<InlineButton>>? InlineKeyboard { get; init; }

    public IReadOnlyList<IReadOnlyList<BotKey>>? Keyboard { get; init; }

    public bool? ResizeKeyboard { get; init; }

    public bool? IsPersistent { get; init; }

    public string? InputFieldPlaceholder { get; init; }
}

internal sealed record BotKey(string Text);

internal sealed record PressAnswer(string CallbackQueryId, string? Text, bool? ShowAlert, string? Url);

internal sealed record Deletion(long ChatId, IReadOnlyList<long> MessageIds);

internal sealed record CommandList(IReadOnlyList<BotCommand> Commands, CommandScope Scope, string? LanguageCode);

internal sealed record CommandScope(string Type);

/// <summary>Ourselves, as getMe tells.</summary>
internal sealed record BotProfile(long Id, string? Username);

/// <summary>How the desk's JSON is read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BotRequest))]
[JsonSerializable(typeof(PressAnswer))]
[JsonSerializable(typeof(Deletion))]
[JsonSerializable(typeof(CommandList))]
[JsonSerializable(typeof(DeleteMessageRequest))]
[JsonSerializable(typeof(SetReactionRequest))]
[JsonSerializable(typeof(Granted<SentMessage>))]
[JsonSerializable(typeof(Granted<BotProfile>))]
[JsonSerializable(typeof(DeskUpdate))]
[JsonSerializable(typeof(NoticeMark))]
[JsonSerializable(typeof(SayPayload))]
internal sealed partial class DeskJson : JsonSerializerContext;
