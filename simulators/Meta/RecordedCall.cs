using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Meta;

/// <summary>One call: the edge it ends in, such as <c>messages</c>, empty for a node's own; fields of a form count as members of the body.</summary>
public sealed record RecordedCall(string Method, string Path, JsonObject Body) : IRecordedCall;
