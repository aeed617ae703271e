using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Viber;

/// <summary>How Viber's JSON is read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Callback))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
[JsonSerializable(typeof(GetUserDetailsRequest))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(TrackedLabels))]
internal sealed partial class ViberJson : JsonSerializerContext;

/// <summary>
/// How we write. Letters stay as they are: escaped, a Cyrillic text has thrice the size, and Viber takes 30 KB.
/// </summary>
internal static class ViberWriter
{
    public static ViberJson Json { get; } =
        new(new JsonSerializerOptions(ViberJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>A text, or a number kept digit by digit. Anything else reads as nothing.</summary>
internal sealed class TextOrNumber : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}

/// <summary>A number, or a text that is one. Anything else reads as nothing.</summary>
internal sealed class LenientNumber<T> : JsonConverter<T?>
    where T : struct, ISpanParsable<T>
{
    private static readonly TextOrNumber Text = new();

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(Text.Read(ref reader, typeof(string), options), CultureInfo.InvariantCulture, out var number) ? number : null;

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        writer.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"{value}"));
}
