using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Statistics;

/// <summary>Messages to and from customers.</summary>
public sealed record VolumeBody(int Inbound, int Outbound);

/// <summary>The messages of a channel.</summary>
public sealed record ChannelVolumeBody(ChannelId ChannelId, int Inbound, int Outbound);

/// <summary>The messages from <paramref name="From"/> until the next bucket.</summary>
public sealed record BucketBody(DateTimeOffset From, int Inbound, int Outbound);

/// <summary>How long customers waited for a person's answer. Null without answers.</summary>
public sealed record FirstResponseBody(int Answers, double? MedianSeconds, double? NinetiethSeconds);

/// <summary>How far apart the buckets of a period are.</summary>
public enum StatsStep
{
    Hour = 1,
    Day = 2,
}

/// <summary>What happened from <paramref name="From"/> until before <paramref name="Until"/>.</summary>
public sealed record StatsBody(
    DateTimeOffset From, DateTimeOffset Until, string TimeZone, StatsStep Step, VolumeBody Messages, ConversationCounts Conversations,
    FirstResponseBody FirstResponse, IReadOnlyList<ChannelVolumeBody> Channels, IReadOnlyList<BucketBody> Buckets);

/// <summary>Messages that failed, or of which nobody knows: somebody decides in the conversations whether to send them again.</summary>
public sealed record UndecidedBody(int Messages, IReadOnlyList<ConversationBody> Conversations);

/// <summary>What an operator holds.</summary>
public sealed record HeldBody(OperatorId OperatorId, int Held, int Open, int Unread);

/// <summary>What waits in a channel.</summary>
public sealed record ChannelWaitingBody(ChannelId ChannelId, int Waiting, int Unassigned);

/// <summary>What waits now. Quarantine is counted for admins only.</summary>
public sealed record WaitingBody(
    int Waiting, int Unassigned, int Waking, int? Quarantined, HeldBody Mine, IReadOnlyList<ConversationBody> Longest,
    UndecidedBody Undecided, IReadOnlyList<HeldBody> Operators, IReadOnlyList<ChannelWaitingBody> Channels);
