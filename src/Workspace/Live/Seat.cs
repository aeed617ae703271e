using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

/// <summary>
/// Where the client at one socket is and what it does there. All that a colleague sees of it comes from here, so this is all that one
/// node has to tell another.
/// </summary>
internal sealed record Seat(OperatorId Operator, string Name)
{
    /// <summary>The other node that has the socket; null for this one.</summary>
    public Guid? Node { get; init; }

    /// <summary>Nobody has touched it for a while.</summary>
    public bool IsAway { get; init; }

    /// <summary>The conversation on its screen.</summary>
    public ConversationId? Viewing { get; init; }

    /// <summary>Somebody is writing in that conversation right now.</summary>
    public bool IsWriting { get; init; }
}
