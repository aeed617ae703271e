using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Delivery;

/// <summary>From what the platform said to what is written down.</summary>
internal static class Verdict
{
    /// <summary>How long a message is tried, counted from its first try. Time during which its channel was refused does not count.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    // What was sent bears the time it left: a report of "all until a moment" counts what the platform had before we heard its answer.
    public static DeliveryResult Of(SendOutcome outcome, Departure departure, DateTimeOffset leftAt, DateTimeOffset now, Random random) => outcome switch
    {
        SendOutcome.Sent sent => new DeliveryResult.Settled(
            departure.Message with { Status = MessageStatus.Sent, Error = null, PlatformId = sent.Id, SentAt = leftAt }),
        SendOutcome.Taken => new DeliveryResult.Settled(
            departure.Message with { Status = MessageStatus.Sent, Error = null, SentAt = leftAt }),
        SendOutcome.Refused refused => Failed(departure.Message, refused.Error),
        SendOutcome.Unknown unknown => Unknown(departure.Message, unknown.Detail),
        SendOutcome.ChannelRejected => Held(departure, now),
        SendOutcome.Throttled or SendOutcome.NotDelivered when now - FirstTry(departure, now) >= Patience => Failed(
            departure.Message, new SendError(SendErrors.GaveUp, "The platform could not take the message for a whole day.")),
        SendOutcome.Throttled throttled => PutBack(departure, departure.Attempts, now + throttled.Wait, FirstTry(departure, now)),
        SendOutcome.NotDelivered => PutBack(
            departure, departure.Attempts + 1, now + Backoff.After(departure.Attempts + 1, FirstRetry, LongestRetry, random),
            FirstTry(departure, now)),
        _ => throw new InvalidOperationException($"No verdict for {outcome.GetType().Name}."),
    };

    /// <summary>It did not arrive and will not.</summary>
    public static DeliveryResult Failed(Message message, SendError error) =>
        new DeliveryResult.Settled(message with { Status = MessageStatus.Failed, Error = error });

    /// <summary>Nobody knows whether it arrived.</summary>
    public static DeliveryResult Unknown(Message message, string detail) =>
        new DeliveryResult.Settled(message with { Status = MessageStatus.Unknown, Error = new SendError(SendErrors.NoAnswer, detail) });

    private static DateTimeOffset FirstTry(Departure departure, DateTimeOffset now) => departure.FirstTriedAt ?? now;

    // Nothing of it arrived: it waits as those behind it do, and may be changed or taken back meanwhile.
    private static DeliveryResult.PutBack Held(Departure departure, DateTimeOffset now) =>
        new(departure.Message with { Status = MessageStatus.Queued }, departure.Attempts, now, FirstTriedAt: null);

    // The state stays "sending" while it is tried; the outbox knows that nothing is on its way.
    private static DeliveryResult.PutBack PutBack(Departure departure, int attempts, DateTimeOffset dueAt, DateTimeOffset firstTriedAt) =>
        new(departure.Message with { Status = MessageStatus.Sending }, attempts, dueAt, firstTriedAt);
}
