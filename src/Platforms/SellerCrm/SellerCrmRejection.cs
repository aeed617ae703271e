using Rozmova.Messaging;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>How the CRM says no, whatever the status it says it with.</summary>
internal enum RejectionKind
{
    /// <summary>To this request.</summary>
    Request = 0,

    /// <summary>To the token: it is foreign or has expired, or the key may not do this.</summary>
    Token = 1,

    /// <summary>There is no such chat or order.</summary>
    Missing = 2,

    /// <summary>We ask too often.</summary>
    Pace = 3,

    /// <summary>The file is too large.</summary>
    Size = 4,
}

/// <summary>The CRM said no. <paramref name="Code"/> is its own, or the status where it names none.</summary>
internal sealed record SellerCrmRejection(RejectionKind Kind, string Code, string Message, TimeSpan? RetryAfter = null) : PlatformAnswer
{
    public override string Summary => Code;

    public string Quote => Message.Length == 0 ? Code : $"{Message} ({Code})";
}

/// <summary>
/// The CRM answered and nothing can be made of it: half of an answer, none, or another. What was asked may have been done all the same.
/// </summary>
internal sealed record SellerCrmGarbled(string Reason) : PlatformAnswer.NoAnswer(Reason)
{
    public override SendOutcome Outcome => new SendOutcome.Unknown(Detail);
}

/// <summary>
/// The CRM is not itself for the moment: a page of maintenance, a gateway in front of it. <paramref name="RetryAfter"/> is its wish.
/// </summary>
internal sealed record SellerCrmAway(string Reason, TimeSpan? RetryAfter = null) : PlatformAnswer.NoAnswer(Reason)
{
    public override SendOutcome Outcome => new SendOutcome.NotDelivered(Detail);
}
