using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rozmova.Platforms.Http;

/// <summary>JSON to and from the APIs of platforms.</summary>
internal static class PlatformJson
{
    /// <summary>A request as a JSON body.</summary>
    public static ByteArrayContent Body<T>(T request, JsonTypeInfo<T> type) =>
        Body(JsonSerializer.SerializeToUtf8Bytes(request, type));

    /// <summary>JSON as a body.</summary>
    public static ByteArrayContent Body(byte[] json) => new(json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    /// <summary>An answer; null when it is not the JSON we expect.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Span, type);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Each caller has its own idea of what an unreadable answer means; none of them learns more from the exception.
            return null;
        }
    }
}
