using Rozmova.Messaging;

namespace Rozmova.Workspace.Statistics;

/// <summary>Messages of one channel within one hour of a period; <paramref name="Hour"/> counts from its beginning.</summary>
public sealed record HourlyVolume(ChannelId ChannelId, int Hour, int Inbound, int Outbound);

/// <summary>How many conversations began, had messages and were closed, each counted once.</summary>
public sealed record ConversationCounts(int New, int Active, int Closed);

/// <summary>
/// How long customers waited for a person: from the first message nobody had answered yet to the answer. Nearest rank; null
/// without answers.
/// </summary>
public sealed record ResponseTimes(int Answers, TimeSpan? Median, TimeSpan? Ninetieth);

/// <summary>What happened in a period.</summary>
public sealed record PeriodCounts(IReadOnlyList<HourlyVolume> Volume, ConversationCounts Conversations, ResponseTimes Responses);

/// <summary>What an operator holds now.</summary>
public sealed record HeldCounts(OperatorId OperatorId, int Held, int Open, int Unread);

/// <summary>Open conversations of a channel: how many wait for an answer, how many nobody holds.</summary>
public sealed record ChannelCounts(ChannelId ChannelId, int Waiting, int Unassigned);

/// <summary>What waits now.</summary>
public sealed record WaitingCounts(
    IReadOnlyList<ChannelCounts> Channels, IReadOnlyList<HeldCounts> Operators, IReadOnlyList<ConversationId> Longest,
    IReadOnlyList<ConversationId> Undecided, int UndecidedMessages, int Waking, int Quarantined);

/// <summary>Counts messages and conversations as they are stored: nothing is summed up while they come in.</summary>
public interface IStatisticsStore
{
    /// <summary>What happened from <paramref name="from"/> until before <paramref name="until"/>, both in whole milliseconds.</summary>
    ValueTask<PeriodCounts> CountAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <param name="now">Whose claims have not expired.</param>
    /// <param name="wakingBefore">Snoozed conversations that open by then count.</param>
    /// <param name="failedSince">Messages from then on that failed or are unknown, in conversations not closed since, count.</param>
    /// <param name="most">How many conversations to name at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask<WaitingCounts> CountWaitingAsync(
        DateTimeOffset now, DateTimeOffset wakingBefore, DateTimeOffset failedSince, int most, CancellationToken cancellationToken);
}
