using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Live;

/// <summary>
/// What the client at one socket says: where it is, that somebody writes, that nobody is there. It is heard until the socket closes, and
/// holds a seat for as long.
/// </summary>
internal sealed class ClientFrames : IAsyncDisposable
{
    /// <summary>How long a word of writing counts; a client repeats it meanwhile.</summary>
    private static readonly TimeSpan WritingLasts = TimeSpan.FromSeconds(6);

    private readonly Guid _socket = Guid.CreateVersion7();
    private readonly CurrentOperator _me;
    private readonly Presence _presence;
    private readonly TypingNotices _typing;
    private readonly ITimer _pause;
    private Task _showing = Task.CompletedTask;

    public ClientFrames(CurrentOperator me, Presence presence, TypingNotices typing, TimeProvider time)
    {
        _me = me;
        _presence = presence;
        _typing = typing;
        _pause = time.CreateTimer(_ => StopWriting(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        presence.Take(_socket, new Seat(me.Id, me.Name));
    }

    /// <summary>Does what a frame says. The answer to the client is empty where the feed shows what came of it.</summary>
    public ReadOnlyMemory<byte> Hear(ReadOnlySpan<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            var reader = new Utf8JsonReader(message);
            using var parsed = JsonDocument.ParseValue(ref reader);
            return Hear(parsed.RootElement, cancellationToken);
        }
        catch (JsonException)
        {
            return LiveFrames.Error("unreadable"); // the client's mistake, told to the client
        }
    }

    public async ValueTask DisposeAsync()
    {
        _presence.Leave(_socket);
        await _pause.DisposeAsync();
    }

    private ReadOnlyMemory<byte> Hear(JsonElement frame, CancellationToken cancellationToken)
    {
        switch (TextOf(frame, "type"u8))
        {
            case "ping":
                return LiveFrames.Pong;
            case "viewing" when frame.TryGetProperty("conversationId"u8, out var id) && id.ValueKind == JsonValueKind.Null:
                View(null);
                break;
            case "viewing" when ConversationOf(frame) is { } conversation:
                View(conversation);
                break;
            case "typing" when ConversationOf(frame) is { } conversation:
                Write(conversation, cancellationToken);
                break;
            case "presence" when TextOf(frame, "presence"u8) is ("online" or "away") and var presence:
                _presence.Change(_socket, seat => seat with { IsAway = presence == "away" });
                break;
            case "viewing" or "typing" or "presence":
                return LiveFrames.Error("unreadable");
            default:
                return LiveFrames.Error("unknown-type");
        }

        return default;
    }

    /// <summary>Looking at a conversation, the same one too, says that nobody writes any more.</summary>
    private void View(ConversationId? conversation) =>
        _presence.Change(_socket, seat => seat with { Viewing = conversation, IsWriting = false });

    private void Write(ConversationId conversation, CancellationToken cancellationToken)
    {
        _presence.Change(_socket, seat => seat with { Viewing = conversation, IsWriting = true });
        _pause.Change(WritingLasts, Timeout.InfiniteTimeSpan);
        if (_showing.IsCompleted) // a slow platform is told less often, and keeps nobody waiting
        {
            _showing = _typing.OfferAsync(conversation, _me, cancellationToken);
        }
    }

    private void StopWriting() => _presence.Change(_socket, seat => seat with { IsWriting = false });

    private static ConversationId? ConversationOf(JsonElement frame) =>
        Guid.TryParse(TextOf(frame, "conversationId"u8), out var id) ? new ConversationId(id) : null;

    private static string? TextOf(JsonElement frame, ReadOnlySpan<byte> name) =>
        frame.ValueKind == JsonValueKind.Object && frame.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
