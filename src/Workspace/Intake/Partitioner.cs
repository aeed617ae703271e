using Rozmova.Messaging;

namespace Rozmova.Workspace.Intake;

/// <summary>Splits what a request says by conversation, the same way at every replay.</summary>
internal static class Partitioner
{
    /// <summary>One entry per partition concerned, the events in their order.</summary>
    public static IReadOnlyList<JournalEntry> Split(JournalRequest request, IReadOnlyList<InboundEvent> events, int partitions)
    {
        if (partitions == 1 || events.Count == 1)
        {
            return [new JournalEntry(request, PartitionOf(request.ChannelId, events[0].Chat, partitions), events)];
        }

        return [.. events
            .GroupBy(item => PartitionOf(request.ChannelId, item.Chat, partitions))
            .Select(group => new JournalEntry(request, group.Key, [.. group]))];
    }

    // FNV-1a: string.GetHashCode differs between processes, and on several nodes a conversation must land in one partition.
    private static int PartitionOf(ChannelId channel, string chat, int partitions)
    {
        if (partitions == 1)
        {
            return 0;
        }

        Span<byte> id = stackalloc byte[16];
        channel.Value.TryWriteBytes(id);
        var hash = 2166136261u;
        foreach (var part in id)
        {
            hash = (hash ^ part) * 16777619;
        }

        foreach (var letter in chat)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash % (uint)partitions);
    }
}
