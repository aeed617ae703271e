using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>The CRM's answer to a <see cref="SendOutcome"/>, in words an operator understands. Pure.</summary>
internal static class SellerCrmOutcome
{
    private static readonly TimeSpan PaceWait = TimeSpan.FromSeconds(5);

    public static SendOutcome OfSend(PlatformAnswer answer) => answer switch
    {
        SellerCrmRejection { Kind: RejectionKind.Pace } rejected =>
            new SendOutcome.Throttled(rejected.RetryAfter ?? PaceWait, ThrottleScope.Channel),
        SellerCrmRejection { Kind: RejectionKind.Token } rejected => new SendOutcome.ChannelRejected(AboutKey(rejected)),
        SellerCrmRejection { Kind: RejectionKind.Missing } rejected => new SendOutcome.Refused(new SendError(
            SendErrors.ChatNotFound, $"The CRM knows no chat of this order: {rejected.Quote}.")),
        SellerCrmRejection { Kind: RejectionKind.Size } rejected => new SendOutcome.Refused(new SendError(
            SendErrors.FileRefused, $"The file is too large for the CRM: {rejected.Quote}.")),
        SellerCrmRejection rejected => new SendOutcome.Refused(new SendError(
            SendErrors.Rejected, $"The CRM refused: {rejected.Quote}. A chat that is closed over there takes no messages.")),
        PlatformAnswer.NoAnswer { Outcome: var outcome } => outcome,
        _ => new SendOutcome.Unknown("The CRM's answer could not be read."),
    };

    /// <summary>What an answer to a call that only prepared the sending means: whatever became of it, the message has not left.</summary>
    public static SendOutcome OfPreparation(PlatformAnswer answer) => OfSend(answer) switch
    {
        SendOutcome.Unknown { Detail: var detail } => new SendOutcome.NotDelivered(detail),
        var outcome => outcome,
    };

    /// <summary>What an answer says about the channel as a whole.</summary>
    public static ConnectionReport OfChannel(PlatformAnswer answer) => answer switch
    {
        PlatformAnswer.Accepted => ConnectionReport.Connected,
        SellerCrmRejection { Kind: RejectionKind.Pace } rejected =>
            ConnectionReport.Failed("The CRM asks us to call it less often; we wait.", rejected.RetryAfter ?? PaceWait),
        SellerCrmRejection { Kind: RejectionKind.Token } rejected => ConnectionReport.Failed(AboutKey(rejected)),
        SellerCrmRejection rejected => ConnectionReport.Failed($"The CRM says: {rejected.Quote}."),
        SellerCrmAway away => ConnectionReport.Failed(away.Detail, away.RetryAfter),
        PlatformAnswer.NoAnswer { Detail: var detail } => ConnectionReport.Failed(detail),
        _ => ConnectionReport.Failed("The CRM's answer could not be read."),
    };

    private static string AboutKey(SellerCrmRejection rejected) =>
        $"The CRM does not let us in ({rejected.Quote}): check sellerId and apiKey, that the key has the permission to view "
        + "correspondence with buyers, and that the seller is not blocked.";
}
