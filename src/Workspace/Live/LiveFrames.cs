using System.Buffers;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Live;

/// <summary>The frames of the live feed as UTF-8 JSON.</summary>
internal static class LiveFrames
{
    public static ReadOnlyMemory<byte> Pong { get; } = "{\"type\":\"pong\"}"u8.ToArray();

    public static ReadOnlyMemory<byte> Reset { get; } = "{\"type\":\"reset\"}"u8.ToArray();

    public static ReadOnlyMemory<byte> Error(string code) => Write(writer =>
    {
        writer.WriteString("type"u8, "error"u8);
        writer.WriteString("code"u8, code);
    });

    /// <summary><paramref name="seq"/> is the number after which frames follow.</summary>
    public static ReadOnlyMemory<byte> Hello(long seq, OperatorId user) => Write(writer =>
    {
        writer.WriteString("type"u8, "hello"u8);
        writer.WriteNumber("seq"u8, seq);
        writer.WriteString("userId"u8, user.Value);
    });

    public static ReadOnlyMemory<byte> Event(LiveType type, long seq, DateTimeOffset at, object body) => Write(writer =>
    {
        writer.WriteString("type"u8, Name(type));
        writer.WriteNumber("seq"u8, seq);
        writer.WriteString("at"u8, at.UtcDateTime);
        writer.WritePropertyName("data"u8);
        WriteBody(writer, body);
    });

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
        _ => throw new InvalidOperationException($"No name for live type {type}."),
    };

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Encoder = ApiJson.Readable.Options.Encoder,
            SkipValidation = true,
        });
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
