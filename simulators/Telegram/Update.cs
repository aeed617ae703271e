using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>One update on its way to a bot, exactly as its bytes will travel.</summary>
public sealed class Update
{
    private readonly TaskCompletionSource _delivered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The update_id; 0 when the bot did not ask for this kind, so nothing was queued.</summary>
    public required int Id { get; init; }

    /// <summary>The name of the member that carries it: <c>message</c>, <c>callback_query</c>, …</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required ReadOnlyMemory<byte> Json { get; init; }

    public int? MessageId { get; init; }

    public string? CallbackQueryId { get; init; }

    public bool IsQueued => Id != 0;

    /// <summary>Completes when the bot has confirmed it: a 2xx from its webhook, or a larger offset when polling.</summary>
    public Task Delivered => _delivered.Task;

    /// <summary>Updates with one key are delivered strictly one after another.</summary>
    public required string OrderKey { get; init; }

    public JsonObject ToJson() => JsonNode.Parse(Json.Span)!.AsObject();

    internal void MarkDelivered() => _delivered.TrySetResult();
}
