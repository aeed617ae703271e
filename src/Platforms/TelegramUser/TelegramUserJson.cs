using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>How updates and offsets are read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TdUpdate))]
[JsonSerializable(typeof(TdUser))]
[JsonSerializable(typeof(SessionOffset))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class TelegramUserJson : JsonSerializerContext;
