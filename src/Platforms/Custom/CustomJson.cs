using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Custom;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InboundPayload))]
[JsonSerializable(typeof(TypedPayload))]
[JsonSerializable(typeof(ContentPayload))]
[JsonSerializable(typeof(OutboundPayload))]
[JsonSerializable(typeof(EventPayload))]
[JsonSerializable(typeof(ReceiptPayload))]
internal sealed partial class CustomJson : JsonSerializerContext;

/// <summary>Reads ISO 8601. Without an offset it is UTC: the machine's own zone must not change what a replay reads.</summary>
internal sealed class IsoTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, TimeSpan.Zero)
            : reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
