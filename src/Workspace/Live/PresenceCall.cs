using System.Text.Json.Serialization;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

/// <summary>What a node tells the others of who is there: ids and states, never a name or a text.</summary>
internal sealed record PresenceCall(Guid Node)
{
    /// <summary>Seats as they are now.</summary>
    public IReadOnlyList<SeatCall>? Seats { get; init; }

    /// <summary>A seat that is no more.</summary>
    public Guid? Left { get; init; }

    /// <summary>The seats are a part of all there are.</summary>
    public bool IsWhole { get; init; }

    /// <summary>In the last part of all seats: how many there are.</summary>
    public int? Count { get; init; }

    /// <summary>The node has just begun to listen: everybody tells everything.</summary>
    public bool Asks { get; init; }
}

/// <summary>One seat, by its socket's id.</summary>
internal sealed record SeatCall(Guid Socket, OperatorId Operator, ConversationId? Viewing, bool IsAway, bool IsWriting)
{
    public static SeatCall Of(Guid socket, Seat seat) => new(socket, seat.Operator, seat.Viewing, seat.IsAway, seat.IsWriting);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(PresenceCall))]
internal sealed partial class PresenceCallJson : JsonSerializerContext;
