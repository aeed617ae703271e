using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Rozmova.Platforms.WeChat;

/// <summary>How WeChat's JSON is read and written: characters as they are, for escapes such as <c>\u4f60</c> are refused or shown (40033).</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WeChatText)])]
[JsonSerializable(typeof(ApiStatus))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(GrantedToken))]
[JsonSerializable(typeof(CustomMessage))]
[JsonSerializable(typeof(TypingRequest))]
[JsonSerializable(typeof(TemplateMessage))]
[JsonSerializable(typeof(SentTemplate))]
[JsonSerializable(typeof(TemplateList))]
[JsonSerializable(typeof(UploadedMedia))]
[JsonSerializable(typeof(VideoAddress))]
[JsonSerializable(typeof(Follower))]
internal sealed partial class WeChatJson : JsonSerializerContext
{
    /// <summary>A request as a JSON body.</summary>
    public static ByteArrayContent Body<T>(T request, JsonTypeInfo<T> type)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, type));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
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
