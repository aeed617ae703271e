using System.Text.Json;
using System.Text.Json.Serialization;
using Rozmova.Messaging;

namespace Rozmova.Storage;

/// <summary>A deletion, reaction or receipt that waits for its message, as JSON. A name once used keeps its meaning.</summary>
internal sealed record StoredChange
{
    public required string Chat { get; init; }

    public required string Id { get; init; }

    public required string Scope { get; init; }

    public DateTimeOffset? At { get; init; }

    public IReadOnlyList<string>? Emojis { get; init; }

    public DeliveryReport? Report { get; init; }

    public SendError? Error { get; init; }

    /// <summary>Which change it is; one of each kind waits per message.</summary>
    public static int KindOf(InboundEvent change) => change switch
    {
        InboundEvent.MessageDeleted => 1,
        InboundEvent.ReactionsChanged => 2,
        InboundEvent.DeliveryReported { Report: var report } => 10 + (int)report,
        InboundEvent.WatermarkReported { Report: var report } => 20 + (int)report,
        _ => throw new InvalidOperationException($"{change.GetType().Name} does not wait."),
    };

    public static string Encode(InboundEvent change) => JsonSerializer.Serialize(change switch
    {
        InboundEvent.MessageDeleted deleted => Of(change, deleted.Id) with { At = deleted.DeletedAt },
        InboundEvent.ReactionsChanged reacted => Of(change, reacted.Id) with { At = reacted.At, Emojis = reacted.Emojis },
        InboundEvent.DeliveryReported reported => Of(change, reported.Id) with { Report = reported.Report, Error = reported.Error },
        InboundEvent.WatermarkReported passed => new StoredChange
        {
            Chat = passed.Chat, Id = "", Scope = "", Report = passed.Report, At = passed.UpTo,
        },
        _ => throw new InvalidOperationException($"{change.GetType().Name} does not wait."),
    }, StoredChangeJson.Default.StoredChange);

    public static InboundEvent Decode(string stored)
    {
        var change = JsonSerializer.Deserialize(stored, StoredChangeJson.Default.StoredChange)!;
        var id = new PlatformMessageId(change.Id, change.Scope);
        return change switch
        {
            { Report: { } report, At: { } upTo } => new InboundEvent.WatermarkReported { Chat = change.Chat, Report = report, UpTo = upTo },
            { Report: { } report } => new InboundEvent.DeliveryReported { Chat = change.Chat, Id = id, Report = report, Error = change.Error },
            { Emojis: { } emojis } => new InboundEvent.ReactionsChanged { Chat = change.Chat, Id = id, Emojis = emojis, At = change.At!.Value },
            _ => new InboundEvent.MessageDeleted { Chat = change.Chat, Id = id, DeletedAt = change.At },
        };
    }

    private static StoredChange Of(InboundEvent change, PlatformMessageId id) => new() { Chat = change.Chat, Id = id.Id, Scope = id.Scope };
}

/// <summary>The JSON of waiting changes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredChange))]
internal sealed partial class StoredChangeJson : JsonSerializerContext;
