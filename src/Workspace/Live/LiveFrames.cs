using System.Buffers;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Live;

/// <summary>
/// The frames of the live feed, JSON in WebSocket frames, gathered into one block that is written at once. HOT: measured by the intake and
/// fan-out benchmarks.
/// </summary>
internal sealed class LiveFrames : IDisposable
{
    private const int UsualBytes = 1024;

    private readonly ArrayBufferWriter<byte> _block;
    private readonly ArrayBufferWriter<byte> _json = new(UsualBytes);
    private readonly Utf8JsonWriter _writer;

    /// <param name="events">How many will be added.</param>
    public LiveFrames(int events = 1)
    {
        _block = new ArrayBufferWriter<byte>(events * UsualBytes);
        _writer = new Utf8JsonWriter(_json, new JsonWriterOptions
        {
            Encoder = ApiJson.Readable.Options.Encoder,
            SkipValidation = true,
        });
    }

    public static ReadOnlyMemory<byte> Pong { get; } = Single(writer => writer.WriteString("type"u8, "pong"u8));

    public static ReadOnlyMemory<byte> Reset { get; } = Single(writer => writer.WriteString("type"u8, "reset"u8));

    /// <summary>All frames added.</summary>
    public ReadOnlyMemory<byte> Block => _block.WrittenMemory;

    public static ReadOnlyMemory<byte> Error(string code) => Single(writer =>
    {
        writer.WriteString("type"u8, "error"u8);
        writer.WriteString("code"u8, code);
    });

    /// <summary><paramref name="seq"/> is the number after which frames follow.</summary>
    public static ReadOnlyMemory<byte> Hello(long seq, OperatorId user) => Single(writer =>
    {
        writer.WriteString("type"u8, "hello"u8);
        writer.WriteNumber("seq"u8, seq);
        writer.WriteString("userId"u8, user.Value);
    });

    public static ReadOnlyMemory<byte> Event(LiveType type, long seq, DateTimeOffset at, object body)
    {
        using var frames = new LiveFrames();
        frames.Add(type, seq, at, body);
        return frames.Block;
    }

    /// <summary>Adds one event.</summary>
    public void Add(LiveType type, long seq, DateTimeOffset at, object body)
    {
        Begin();
        _writer.WriteString("type"u8, Name(type));
        _writer.WriteNumber("seq"u8, seq);
        _writer.WriteString("at"u8, at.UtcDateTime);
        _writer.WritePropertyName("data"u8);
        WriteBody(_writer, body);
        End();
    }

    public void Dispose() => _writer.Dispose();

    private static ReadOnlyMemory<byte> Single(Action<Utf8JsonWriter> write)
    {
        using var frames = new LiveFrames();
        frames.Begin();
        write(frames._writer);
        frames.End();
        return frames.Block;
    }

    private void Begin()
    {
        _json.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
    }

    private void End()
    {
        _writer.WriteEndObject();
        _writer.Flush();
        WireFrames.Append(_block, _json.WrittenSpan);
    }

    private static void WriteBody(Utf8JsonWriter writer, object body)
    {
        switch (body)
        {
            case MessageBody message:
                MessageWriter.Write(writer, message);
                break;
            case ConversationBody conversation:
                ConversationWriter.Write(writer, conversation);
                break;
            default:
                JsonSerializer.Serialize(writer, body, ApiJson.Readable.GetTypeInfo(body.GetType())
                    ?? throw new InvalidOperationException($"{body.GetType().Name} is not part of {nameof(ApiJson)}."));
                break;
        }
    }

    private static ReadOnlySpan<byte> Name(LiveType type) => type switch
    {
        LiveType.MessageCreated => "message.created"u8,
        LiveType.MessageUpdated => "message.updated"u8,
        LiveType.ConversationCreated => "conversation.created"u8,
        LiveType.ConversationUpdated => "conversation.updated"u8,
        LiveType.ConversationClaimed => "conversation.claimed"u8,
        LiveType.ConversationReleased => "conversation.released"u8,
        LiveType.ContactUpdated => "contact.updated"u8,
        LiveType.ChannelUpdated => "channel.updated"u8,
        LiveType.Typing => "typing"u8,
        LiveType.BroadcastProgress => "broadcast.progress"u8,
        LiveType.OperatorPresence => "operator.presence"u8,
        LiveType.ConversationViewers => "conversation.viewers"u8,
        LiveType.ScheduleChanged => "schedule.changed"u8,
        _ => throw new InvalidOperationException($"No name for live type {type}."),
    };
}
