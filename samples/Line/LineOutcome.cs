using System.Net;
using Rozmova.Messaging;

namespace Rozmova.Line;

/// <summary>What an answer to a push means. Codes: Messaging API reference, "Status codes"; guide "Retrying a failed API request".</summary>
internal static class LineOutcome
{
    private static readonly TimeSpan WaitAfter429 = TimeSpan.FromSeconds(1); // LINE counts per second and names no wait

    public static SendOutcome Of(LineAnswer answer, MessageId ours) => answer.Status switch
    {
        HttpStatusCode.OK or HttpStatusCode.Conflict => new SendOutcome.Sent(new PlatformMessageId(answer.MessageId ?? ours.ToString())),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendOutcome.ChannelRejected(
            "LINE does not accept the access token. Issue a new one in the LINE Developers Console and put it into the channel's settings."),
        HttpStatusCode.TooManyRequests when IsMonthsLimit(answer) => Refused(
            SendErrors.Rejected, "The account has used up its messages of this month. Raise its plan in the LINE Official Account Manager."),
        HttpStatusCode.TooManyRequests => new SendOutcome.Throttled(WaitAfter429, ThrottleScope.Channel),
        HttpStatusCode.BadRequest when answer.Words == "Failed to send messages" => Refused(
            SendErrors.ChatNotFound, "LINE cannot reach this person: the account is gone, or they are no friend of yours."),
        >= HttpStatusCode.InternalServerError => new SendOutcome.NotDelivered($"LINE answered {(int)answer.Status}."),
        _ => Refused(SendErrors.Rejected, $"LINE refused the message: {answer.Words ?? answer.Status.ToString()}"),
    };

    private static bool IsMonthsLimit(LineAnswer answer) => answer.Words?.Contains("monthly limit", StringComparison.OrdinalIgnoreCase) == true;

    private static SendOutcome.Refused Refused(string code, string detail) => new(new SendError(code, detail));
}
