using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>How the CRM's JSON is read and written: its clones do not agree on what is a number and what a text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(AnyNumber), typeof(AnyDecimal), typeof(AnyText)])]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(AnswerStatus))]
[JsonSerializable(typeof(ChatList))]
[JsonSerializable(typeof(IReadOnlyList<ChatMessage>))]
[JsonSerializable(typeof(PolledChat))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(OrderReply))]
[JsonSerializable(typeof(SellerCrmOffset))]
internal sealed partial class SellerCrmJson : JsonSerializerContext;

/// <summary>A whole number, a text of digits or a truth value; null for anything else.</summary>
internal sealed class AnyNumber : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var whole) ? whole : Rounded(reader.GetDouble());
            case JsonTokenType.String:
                return long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : null;
            case JsonTokenType.True:
                return 1;
            case JsonTokenType.False:
                return 0;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => writer.WriteNumberValue(value ?? 0);

    private static long? Rounded(double number) => Math.Abs(number) < 9e18 ? (long)number : null;
}

/// <summary>An amount, as a number or as a text of one; null for anything else.</summary>
internal sealed class AnyDecimal : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number : null;
            case JsonTokenType.String:
                var text = reader.GetString()!.Replace(',', '.');
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) => writer.WriteNumberValue(value ?? 0);
}

/// <summary>A text, or the text of a number or truth value; null for anything else.</summary>
internal sealed class AnyText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var whole)
                    ? whole.ToString(CultureInfo.InvariantCulture)
                    : reader.GetDouble().ToString(CultureInfo.InvariantCulture);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
