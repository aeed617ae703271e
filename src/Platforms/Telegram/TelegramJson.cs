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

    /// <summary>An answer; null when it is not the JSON we expect.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Span, type);
        }
        catch (JsonException)
        {
            // Each caller has its own idea of what an unreadable answer means; none of them learns more from the exception.
            return null;
        }
    }
}
