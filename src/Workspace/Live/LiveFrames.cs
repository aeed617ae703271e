using System.Buffers;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Live;

/// <summary>
/// The frames of the live feed, JSON in WebSocket frames, gathered into blocks that are written at once. One that writes many blocks is kept:
/// only the blocks go out. HOT: measured by the intake and fan-out benchmarks.
/// </summary>
internal sealed class LiveFrames : IDisposable
{
    private const int UsualBytes = 1024;

    private readonly ArrayBufferWriter<byte> _json = new(UsualBytes);
    private readonly Utf8JsonWriter _writer;
    private readonly ToldMessages _told = new();
    private FrameBlock? _block;

    public LiveFrames() => _writer = new Utf8JsonWriter(_json, new JsonWriterOptions
    {
        Encoder = ApiJson.Readable.Options.Encoder,
        SkipValidation = true,
    });

    public static ReadOnlyMemory<byte> Pong { get; } = Single(writer => writer.WriteString("type"u8, "pong"u8));

    public static ReadOnlyMemory<byte> Reset { get; } = Single(writer => writer.WriteString("type"u8, "reset"u8));

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
        frames.Begin(events: 1);
        frames.Add(type, seq, at, body);
        return frames.Take().Bytes;
    }

    /// <summary>Begins a block for about so many events.</summary>
    public void Begin(int events) => _block = new FrameBlock(events * UsualBytes);

    /// <summary>The block with all that was added since it was begun. The caller uses it.</summary>
    public FrameBlock Take() => _block!;

    /// <summary>Adds one event.</summary>
    public void Add(LiveType type, long seq, DateTimeOffset at, object body)
    {
        Open();
        _writer.WriteString("type"u8, Name(type));
        _writer.WriteNumber("seq"u8, seq);
        _writer.WriteString("at"u8, at.UtcDateTime);
        _writer.WritePropertyName("data"u8);
        WriteBody(body);
        Close();
    }

    /// <summary>What was added so far is no longer of interest to what comes.</summary>
    public void Forget() => _told.Clear();

    public void Dispose() => _writer.Dispose();

    private static ReadOnlyMemory<byte> Single(Action<Utf8JsonWriter> write)
    {
        using var frames = new LiveFrames();
        frames.Begin(events: 1);
        frames.Open();
        write(frames._writer);
        frames.Close();
        return frames.Take().Bytes;
    }

    private void Open()
    {
        _json.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
    }

    private void Close()
    {
        _writer.WriteEndObject();
        _writer.Flush();
        WireFrames.Append(_block!, _json.WrittenSpan);
    }

    private void WriteBody(object body)
    {
        switch (body)
        {
            case MessageBody message:
                WriteMessage(message);
                break;
            case ConversationBody conversation:
                ConversationWriter.Write(_writer, conversation, _told.Find(conversation.LastMessage));
                break;
            default:
                JsonSerializer.Serialize(_writer, body, ApiJson.Readable.GetTypeInfo(body.GetType())
                    ?? throw new InvalidOperationException($"{body.GetType().Name} is not part of {nameof(ApiJson)}."));
                break;
        }
    }

    /// <summary>Its conversation is mostly told of in the same commit, and shows it again.</summary>
    private void WriteMessage(MessageBody message)
    {
        _writer.Flush();
        var start = _json.WrittenCount;
        MessageWriter.Write(_writer, message);
        _writer.Flush();
        _told.Add(message, _json.WrittenSpan[start..]);
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
