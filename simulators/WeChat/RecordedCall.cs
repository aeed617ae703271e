using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>
/// One call: its path, such as <c>/cgi-bin/message/custom/send</c>, and its body as it came, for WeChat cares how characters are
/// written; empty for a file.
/// </summary>
public sealed record RecordedCall(string Method, string Body, DateTimeOffset At) : IRecordedCall
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
