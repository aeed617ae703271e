using System.Text.Json;
using System.Text.Json.Serialization;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Relay;

/// <summary>
/// What the journal keeps of the events of a pass-through channel instead of the raw bytes: ids, kinds, times, states. Its JSON is
/// stored, so a name once used keeps its meaning.
/// </summary>
internal static class StrippedEvents
{
    /// <summary>No platform's request begins with it.</summary>
    private const byte Mark = 1;

    /// <summary>The event without anything a person said or is called; null where nothing is left of it that could be of use.</summary>
    public static InboundEvent? Strip(InboundEvent told) => told switch
    {
        InboundEvent.MessageReceived message => message with { From = Nobody, Content = Withhold(message.Content) },
        InboundEvent.MessageEdited edited => edited with { From = Nobody, Content = Withhold(edited.Content) },
        InboundEvent.MessageEchoed echoed => echoed with { Content = Withhold(echoed.Content) },
        InboundEvent.ContactEvent happened => happened with { From = Nobody, Detail = null },
        InboundEvent.DeliveryReported { Error: { } error } reported => reported with { Error = WithheldErrors.Strip(error) },
        InboundEvent.ReactionsChanged => null, // a reaction is what a person says, and says nothing without it
        _ => told,
    };

    /// <summary>What the store is told a content was.</summary>
    public static MessageContent Withhold(MessageContent content) => new MessageContent.Withheld(content.TypeName());

    public static byte[] Encode(IReadOnlyList<InboundEvent> events) =>
        [Mark, .. JsonSerializer.SerializeToUtf8Bytes([.. events.Select(StrippedEvent.Of)], StrippedJson.Default.StrippedEventArray)];

    /// <summary>Whether these are what <see cref="Encode"/> makes, and not raw bytes of a platform.</summary>
    public static bool Is(ReadOnlyMemory<byte> body) => body.Length > 0 && body.Span[0] == Mark;

    /// <summary>Back from the journal; null for raw bytes of a platform.</summary>
    public static IReadOnlyList<InboundEvent>? Decode(ReadOnlyMemory<byte> body) => Is(body)
        ? [.. JsonSerializer.Deserialize(body.Span[1..], StrippedJson.Default.StrippedEventArray)!.Select(stored => stored.ToEvent())]
        : null;

    private static Profile Nobody { get; } = new();
}

/// <summary>One event as the journal has it.</summary>
internal sealed record StrippedEvent
{
    public required string Kind { get; init; }

    public required string Chat { get; init; }

    public string? Id { get; init; }

    public string? Scope { get; init; }

    public string? ReplyTo { get; init; }

    public string? ReplyScope { get; init; }

    public DateTimeOffset? At { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public long Sequence { get; init; }

    public string? Type { get; init; }

    public string? AcknowledgeKey { get; init; }

    public DeliveryReport? Report { get; init; }

    public SendError? Error { get; init; }

    public MessageId? Message { get; init; }

    public ContactEventKind? Happened { get; init; }

    public string? NewChat { get; init; }

    public static StrippedEvent Of(InboundEvent told) => told switch
    {
        InboundEvent.MessageReceived message => Of("received", told, message.Id, message.ReplyTo) with
        {
            At = message.SentAt, Sequence = message.Sequence, Type = message.Content.TypeName(), AcknowledgeKey = message.AcknowledgeKey,
        },
        InboundEvent.MessageEdited edited => Of("edited", told, edited.Id, edited.ReplyTo) with
        {
            At = edited.SentAt, EditedAt = edited.EditedAt, Sequence = edited.Sequence, Type = edited.Content.TypeName(),
        },
        InboundEvent.MessageEchoed echoed => Of("echoed", told, echoed.Id, echoed.ReplyTo) with
        {
            At = echoed.SentAt, Type = echoed.Content.TypeName(),
        },
        InboundEvent.MessageDeleted deleted => Of("deleted", told, deleted.Id) with { At = deleted.DeletedAt },
        InboundEvent.DeliveryReported reported => Of("reported", told, reported.Id) with
        {
            Report = reported.Report, Error = reported.Error, Message = reported.Own,
        },
        InboundEvent.SendConfirmed confirmed => Of("confirmed", told, confirmed.Id) with
        {
            At = confirmed.SentAt, Message = confirmed.Message,
        },
        InboundEvent.WatermarkReported passed => Of("passed", told) with { At = passed.UpTo, Report = passed.Report },
        InboundEvent.ContactEvent happened => Of("happened", told, happened.Id) with { At = happened.At, Happened = happened.Kind },
        InboundEvent.ChatMoved moved => Of("moved", told) with { NewChat = moved.NewChat },
        InboundEvent.Typing => Of("typing", told),
        _ => throw new InvalidOperationException($"No stripped form for {told.GetType().Name}."),
    };

    public InboundEvent ToEvent() => Kind switch
    {
        "received" => new InboundEvent.MessageReceived
        {
            Chat = Chat, Id = PlatformId, From = new Profile(), SentAt = At, Sequence = Sequence, Content = Content, ReplyTo = Answered,
            AcknowledgeKey = AcknowledgeKey,
        },
        "edited" => new InboundEvent.MessageEdited
        {
            Chat = Chat, Id = PlatformId, From = new Profile(), SentAt = At, Sequence = Sequence, Content = Content, ReplyTo = Answered,
            EditedAt = EditedAt!.Value,
        },
        "echoed" => new InboundEvent.MessageEchoed { Chat = Chat, Id = PlatformId, SentAt = At, Content = Content, ReplyTo = Answered },
        "deleted" => new InboundEvent.MessageDeleted { Chat = Chat, Id = PlatformId, DeletedAt = At },
        "reported" => new InboundEvent.DeliveryReported { Chat = Chat, Id = PlatformId, Own = Message, Report = Report!.Value, Error = Error },
        "confirmed" => new InboundEvent.SendConfirmed { Chat = Chat, Id = PlatformId, Message = Message!.Value, SentAt = At },
        "passed" => new InboundEvent.WatermarkReported { Chat = Chat, Report = Report!.Value, UpTo = At!.Value },
        "happened" => new InboundEvent.ContactEvent { Chat = Chat, Id = PlatformId, From = new Profile(), Kind = Happened!.Value, At = At },
        "moved" => new InboundEvent.ChatMoved { Chat = Chat, NewChat = NewChat! },
        "typing" => new InboundEvent.Typing { Chat = Chat },
        _ => throw new InvalidOperationException($"No event is called {Kind}."),
    };

    private PlatformMessageId PlatformId => new(Id!, Scope ?? "");

    private PlatformMessageId? Answered => ReplyTo is null ? null : new PlatformMessageId(ReplyTo, ReplyScope ?? "");

    private MessageContent Content => new MessageContent.Withheld(Type!);

    private static StrippedEvent Of(string kind, InboundEvent told, PlatformMessageId? id = null, PlatformMessageId? replyTo = null) => new()
    {
        Kind = kind, Chat = told.Chat, Id = id?.Id, Scope = id?.Scope, ReplyTo = replyTo?.Id, ReplyScope = replyTo?.Scope,
    };
}

/// <summary>The JSON of stripped events.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StrippedEvent[]))]
internal sealed partial class StrippedJson : JsonSerializerContext;
