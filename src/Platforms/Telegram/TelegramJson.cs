using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Telegram;

/// <summary>How Telegram's JSON is read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(DeleteMessageRequest))]
[JsonSerializable(typeof(SetReactionRequest))]
[JsonSerializable(typeof(ChatActionRequest))]
[JsonSerializable(typeof(AnswerCallbackQueryRequest))]
[JsonSerializable(typeof(SetMyCommandsRequest))]
[JsonSerializable(typeof(GetFileRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(Granted<SentMessage>))]
[JsonSerializable(typeof(Granted<RemoteFile>))]
[JsonSerializable(typeof(Granted<WebhookStatus>))]
[JsonSerializable(typeof(Granted<BotCommand[]>))]
internal sealed partial class TelegramJson : JsonSerializerContext;
