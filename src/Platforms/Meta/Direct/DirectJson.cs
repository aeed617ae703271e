using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>How the JSON of Messenger and Instagram is read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DirectUpdate))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(UploadRequest))]
[JsonSerializable(typeof(MenuRequest))]
[JsonSerializable(typeof(FieldsRequest))]
[JsonSerializable(typeof(ProfileAnswer))]
[JsonSerializable(typeof(SentAnswer))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(OwnerAnswer))]
[JsonSerializable(typeof(PersonAnswer))]
internal sealed partial class DirectJson : JsonSerializerContext;
