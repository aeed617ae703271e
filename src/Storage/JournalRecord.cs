using Rozmova.Messaging;
using Rozmova.Workspace.Intake;

namespace Rozmova.Storage;

/// <summary>A row of the journal.</summary>
internal sealed class JournalRecord
{
    public long Id { get; init; }

    public ChannelId ChannelId { get; init; }

    public byte[] Body { get; init; } = [];

    public DateTimeOffset ReceivedAt { get; init; }

    public JournalRequest ToRequest() => new(ChannelId, Body, ReceivedAt) { Id = Id, Entries = [] };
}
