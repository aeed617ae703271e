using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>A whole number, be it written as a number or as text; null for anything else, which spoils nothing around it.</summary>
internal sealed class LooseNumber : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var number) ? number : null;
            case JsonTokenType.String when !reader.HasValueSequence:
                return Utf8Parser.TryParse(reader.ValueSpan, out long digits, out var read) && read == reader.ValueSpan.Length
                    ? digits
                    : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is only read.");
}
