using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Rozmova.Platforms.Telegram;

/// <summary>How Telegram's JSON is read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(DeleteMessageRequest))]
[JsonSerializable(typeof(ChatActionRequest))]
[JsonSerializable(typeof(AnswerCallbackQueryRequest))]
[JsonSerializable(typeof(GetFileRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(Granted<SentMessage>))]
[JsonSerializable(typeof(Granted<RemoteFile>))]
[JsonSerializable(typeof(Granted<WebhookStatus>))]
internal sealed partial class TelegramJson : JsonSerializerContext
{
    /// <summary>A request as a JSON body.</summary>
    public static ByteArrayContent Body<T>(T request, JsonTypeInfo<T> type)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, type));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return body;
    }
}
