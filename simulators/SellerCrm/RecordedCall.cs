using System.Text.Json.Nodes;

namespace Rozmova.Simulators.SellerCrm;

/// <summary>One call: which, of which seller, about which order, and its body where that was JSON.</summary>
public sealed record RecordedCall(string Method, long? Seller, long? Order, string Query, DateTimeOffset At, JsonNode? Body) : IRecordedCall;
