using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Meta;

/// <summary>The JSON that all of Meta's platforms have in common, and how each reads and writes its own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MetaFailure))]
[JsonSerializable(typeof(TemplatePage))]
internal sealed partial class MetaJson : JsonSerializerContext;
