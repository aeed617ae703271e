using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>One call: the parameters as JSON whatever their encoding was, without the bytes of files.</summary>
public sealed record RecordedCall(string Method, long BotId, long? ChatId, DateTimeOffset At, JsonObject Parameters) : IRecordedCall;
