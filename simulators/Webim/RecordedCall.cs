using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Webim;

/// <summary>
/// One call: <c>send_message</c>, <c>close_chat</c>, <c>check</c> (the first of them asked by GET) or <c>download</c>; who called, with
/// which body.
/// </summary>
public sealed record RecordedCall(string Method, string? Token, DateTimeOffset At, JsonObject Body) : IRecordedCall;
