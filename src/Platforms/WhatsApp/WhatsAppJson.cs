using System.Text.Json.Serialization;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>How WhatsApp's JSON is read and written. Numbers come as texts now and then.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UpdatePayload))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(WhatsAppMessage))]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(SentMessages))]
[JsonSerializable(typeof(UploadedFile))]
[JsonSerializable(typeof(StoredFile))]
[JsonSerializable(typeof(PhoneNumber))]
internal sealed partial class WhatsAppJson : JsonSerializerContext;
