using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Viber;

/// <summary>One call of the API: who called what, with which body.</summary>
public sealed record RecordedCall(string Method, string? Token, DateTimeOffset At, JsonObject Body) : IRecordedCall;
