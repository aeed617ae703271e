using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Rozmova.Platforms.Meta;

/// <summary>The JSON that all of Meta's platforms have in common, and how each reads and writes its own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MetaFailure))]
internal sealed partial class MetaJson : JsonSerializerContext
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
