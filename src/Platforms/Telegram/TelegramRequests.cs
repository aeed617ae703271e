namespace Rozmova.Platforms.Telegram;

// What we ask of the Bot API and what it answers. Absent members are not written.

/// <summary>The body of every send… and edit… method: they share most of their parameters.</summary>
internal sealed record MessageRequest
{
    public required long ChatId { get; init; }

    public long? MessageThreadId { get; init; }

    public string? BusinessConnectionId { get; init; }

    /// <summary>The message to edit; absent when sending.</summary>
    public long? MessageId { get; init; }

    public string? Text { get; init; }

    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? Title { get; init; }

    public string? Address { get; init; }

    public string? PhoneNumber { get; init; }

    public string? FirstName { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public ReplyMarkup? ReplyMarkup { get; init; }
}

/// <summary>A reply whose original is gone is sent as an ordinary message rather than refused.</summary>
internal sealed record ReplyParameters(long MessageId, bool AllowSendingWithoutReply = true);

/// <summary>One of Telegram's keyboards.</summary>
internal sealed record ReplyMarkup
{
    public IReadOnlyList<IReadOnlyList<InlineButton>>? InlineKeyboard { get; init; }

    public IReadOnlyList<IReadOnlyList<KeyboardButton>>? Keyboard { get; init; }

    public bool? ResizeKeyboard { get; init; }

    public bool? RemoveKeyboard { get; init; }
}

internal sealed record InlineButton(string Text, string? CallbackData, string? Url);

internal sealed record KeyboardButton(string Text, bool? RequestContact, bool? RequestLocation);

internal sealed record DeleteMessageRequest(long ChatId, long MessageId);

/// <summary>A bot has one reaction at a message; none take it back.</summary>
internal sealed record SetReactionRequest(long ChatId, long MessageId, IReadOnlyList<EmojiReaction> Reaction);

internal sealed record EmojiReaction(string Emoji, string Type = "emoji");

internal sealed record ChatActionRequest(long ChatId, long? MessageThreadId, string? BusinessConnectionId, string Action);

internal sealed record AnswerCallbackQueryRequest(string CallbackQueryId);

internal sealed record SetMyCommandsRequest(IReadOnlyList<BotCommand> Commands);

internal sealed record BotCommand(string Command, string Description);

internal sealed record GetFileRequest(string FileId);

internal sealed record SetWebhookRequest
{
    public required string Url { get; init; }

    public required string SecretToken { get; init; }

    public required int MaxConnections { get; init; }

    public required IReadOnlyList<string> AllowedUpdates { get; init; }
}

internal sealed record GetUpdatesRequest
{
    public long? Offset { get; init; }

    public required int Limit { get; init; }

    /// <summary>Seconds Telegram holds the request open.</summary>
    public required int Timeout { get; init; }

    public required IReadOnlyList<string> AllowedUpdates { get; init; }
}

/// <summary>An answer that grants what was asked.</summary>
internal sealed record Granted<T>(bool Ok, T? Result);

/// <summary>An answer that refuses it.</summary>
internal sealed record Failure(bool Ok, int? ErrorCode, string? Description, FailureParameters? Parameters);

internal sealed record FailureParameters(long? RetryAfter, long? MigrateToChatId);

internal sealed record SentMessage(long MessageId, SentMessageChat? Chat);

internal sealed record SentMessageChat(long Id);

internal sealed record RemoteFile(string? FilePath, long? FileSize);

internal sealed record WebhookStatus(string? Url, int PendingUpdateCount, long? LastErrorDate, string? LastErrorMessage);
