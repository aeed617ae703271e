using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>
/// One call: what was asked (<c>messages</c>, <c>read</c>, <c>media</c>, <c>number</c>, <c>file</c>, <c>download</c>) of which object,
/// with which body; of an upload its fields, without the bytes.
/// </summary>
public sealed record RecordedCall(string Method, string Object, string Version, DateTimeOffset At, JsonObject Body) : IRecordedCall;
