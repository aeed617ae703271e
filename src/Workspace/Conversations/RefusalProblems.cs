using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Conversations;

/// <summary>Refused commands as problems of the API.</summary>
internal static class RefusalProblems
{
    /// <summary>200 with the value, or the problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToOk<T>(this CommandResult<T> result) where T : class =>
        result.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(result.Value);

    /// <summary>202 with the value, or the problem.</summary>
    public static Results<Accepted<T>, ProblemHttpResult> ToAccepted<T>(this CommandResult<T> result) where T : class =>
        result.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Accepted((string?)null, result.Value);

    public static ProblemHttpResult ToProblem(this Refusal refusal) => refusal switch
    {
        Refusal.NotFound missing => Problem.NotFound(missing.What),
        Refusal.Invalid invalid => Problem.Invalid(invalid.Field, invalid.Detail),
        Refusal.AddressNotAllowed refused => Problem.Of(
            StatusCodes.Status400BadRequest, "address-not-allowed", refused.Detail, ("field", refused.Field)),
        Refusal.ClaimedByOther { By: var by } => Problem.Of(
            StatusCodes.Status409Conflict, "claimed-by-other", $"{by.Name} holds this conversation.", ("claimedBy", by)),
        Refusal.UnseenMessages { Ids: var ids } => Problem.Of(
            StatusCodes.Status409Conflict, "unseen-messages", "There are newer messages. Nothing was sent.", ("messageIds", ids)),
        Refusal.WrongState wrong => Problem.Of(StatusCodes.Status409Conflict, "wrong-state", wrong.Detail),
        Refusal.NotSupported unsupported => Problem.Of(
            StatusCodes.Status422UnprocessableEntity, "not-supported", unsupported.Detail),
        Refusal.WindowClosed { ClosedAt: var closedAt } => Problem.Of(StatusCodes.Status422UnprocessableEntity, "window-closed",
            "The platform's time for answering is over until the customer writes again.", ("windowClosedAt", closedAt)),
        Refusal.PublicUrlNeeded => Problem.Of(StatusCodes.Status422UnprocessableEntity, "public-url-needed",
            "This platform fetches files from us. Set PublicUrl to the address it reaches us at."),
        Refusal.Merged { Into: var into } => Problem.Of(
            StatusCodes.Status409Conflict, "merged", "This contact joined another.", ("mergedInto", into)),
        Refusal.NotMerged => Problem.Of(StatusCodes.Status409Conflict, "not-merged", "That contact has not joined this one."),
        Refusal.SameContact => Problem.Of(StatusCodes.Status422UnprocessableEntity, "same-contact", "Nobody joins themselves."),
        Refusal.NotYours refused => Problem.Of(StatusCodes.Status403Forbidden, "not-yours", refused.Detail),
        Refusal.Erased => Problem.Of(StatusCodes.Status409Conflict, "erased", "This contact was erased."),
        Refusal.Taken taken => Problem.Of(StatusCodes.Status409Conflict, taken.Code, taken.Detail),
        Refusal.PassThrough refused => Problem.Of(StatusCodes.Status422UnprocessableEntity, "pass-through", refused.Detail),
        Refusal.CannotRelay => Problem.Of(StatusCodes.Status503ServiceUnavailable, "cannot-relay", CannotRelayException.Full),
        Refusal.PlatformRefused refused => Problem.Of(StatusCodes.Status502BadGateway, "platform-refused", refused.Detail),
        _ => throw new InvalidOperationException($"No problem for {refusal.GetType().Name}."),
    };
}
