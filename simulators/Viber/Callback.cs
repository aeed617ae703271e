using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rozmova.Simulators.Viber;

/// <summary>One callback on its way to a bot, exactly as its bytes will travel.</summary>
public sealed class Callback(string kind, long token, string lane, DateTimeOffset date, ReadOnlyMemory<byte> json)
{
    private readonly TaskCompletionSource _delivered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Event { get; } = kind;

    public long Token { get; } = token;

    public DateTimeOffset Date { get; } = date;

    public ReadOnlyMemory<byte> Json { get; } = json;

    /// <summary>Completes when the bot answered 200; cancelled when Viber gave up.</summary>
    public Task Delivered => _delivered.Task;

    /// <summary>Callbacks of one lane, the customer, are delivered one after another.</summary>
    internal string Lane { get; } = lane;

    internal void MarkDelivered() => _delivered.TrySetResult();

    internal void MarkLost() => _delivered.TrySetCanceled();
}

/// <summary>Viber writes letters as they are.</summary>
internal static class PlainJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
