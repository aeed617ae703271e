using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.WebChat;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VisitorBody))]
[JsonSerializable(typeof(WidgetFrame))]
[JsonSerializable(typeof(ServerFrame))]
[JsonSerializable(typeof(SettingsPayload))]
internal sealed partial class WebChatJson : JsonSerializerContext;
