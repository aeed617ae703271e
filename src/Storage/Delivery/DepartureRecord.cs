using Rozmova.Storage.Conversations;
using Rozmova.Workspace.Delivery;

namespace Rozmova.Storage.Delivery;

/// <summary>A message as it is loaded to be sent.</summary>
internal sealed class DepartureRecord : MessageRecord
{
    public int Attempts { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? FirstTriedAt { get; init; }

    public string Chat { get; init; } = "";

    public string? ReplyKey { get; init; }

    public string? ReplyId { get; init; }

    public DateTimeOffset? LastInboundAt { get; init; }

    public bool ChannelDeleted { get; init; }

    public bool More { get; init; }

    public Departure ToDeparture() => new()
    {
        Message = ToMessage(),
        Chat = Chat,
        ReplyTo = ToPlatformId(ReplyKey, ReplyId),
        LastInboundAt = LastInboundAt,
        Attempts = Attempts,
        DueAt = DueAt,
        FirstTriedAt = FirstTriedAt,
        ChannelDeleted = ChannelDeleted,
        More = More,
    };
}
