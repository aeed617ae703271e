using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// How WeChat's JSON is read and written: characters as they are, for escapes such as <c>\u4f60</c> are refused or shown
/// (40033).
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WeChatText)])]
[JsonSerializable(typeof(ApiStatus))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(GrantedToken))]
[JsonSerializable(typeof(CustomMessage))]
[JsonSerializable(typeof(AccountMenu))]
[JsonSerializable(typeof(PublishedMenu))]
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
        var body = PlatformJson.Body(request, type);
        body.Headers.ContentType!.CharSet = "utf-8";
        return body;
    }
}
