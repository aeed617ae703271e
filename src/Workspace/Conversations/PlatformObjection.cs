using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// Why a platform did not do what was asked of it outside of sending. <paramref name="IsAboutKind"/>: it cannot do such a thing at all.
/// </summary>
internal sealed record PlatformObjection(string Words, bool IsAboutKind = false)
{
    /// <summary>Asks; null when it was done.</summary>
    public static async ValueTask<PlatformObjection?> AskAsync(Func<ValueTask<SendOutcome>> ask, ChannelId channel, ILogger logger)
    {
        try
        {
            return Of(await ask());
        }
        catch (Exception exception) when (exception is not OperationCanceledException) // as in sending: nobody knows what came of it
        {
            logger.ChangingFailed(exception, channel);
            return new PlatformObjection("The platform gave no answer that could be understood.");
        }
    }

    private static PlatformObjection? Of(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent or SendOutcome.Taken => null,
        SendOutcome.Refused { Error: var error } => new PlatformObjection(error.Detail, error.Code == SendErrors.NotSupported),
        SendOutcome.Throttled throttled => new PlatformObjection(
            $"The platform asks to wait {Math.Ceiling(throttled.Wait.TotalSeconds):0} s."),
        SendOutcome.NotDelivered failed => new PlatformObjection(failed.Detail),
        SendOutcome.ChannelRejected rejected => new PlatformObjection(rejected.Detail),
        SendOutcome.Unknown unknown => new PlatformObjection(unknown.Detail),
        _ => throw new InvalidOperationException($"No words for {outcome.GetType().Name}."),
    };
}
