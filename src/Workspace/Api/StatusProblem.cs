using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Rozmova.Workspace.Api;

/// <summary>The problem of a status that comes without one: from routing, authentication or the server itself.</summary>
internal static class StatusProblem
{
    public static ProblemHttpResult Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Problem.Of(status, "invalid-request", "The request could not be read."),
        StatusCodes.Status401Unauthorized => Problem.Of(status, "unauthorized", "Sign in, or send a valid API key."),
        StatusCodes.Status403Forbidden => Problem.Of(status, "forbidden", "Your role does not allow this."),
        StatusCodes.Status404NotFound => Problem.NotFound("address"),
        StatusCodes.Status405MethodNotAllowed => Problem.Of(status, "method-not-allowed", "This address does not take this method."),
        StatusCodes.Status413PayloadTooLarge => Problem.Of(status, "too-large", "The request is too large."),
        StatusCodes.Status415UnsupportedMediaType => Problem.Of(status, "unsupported-media-type", "Send application/json."),
        >= 500 => Problem.Of(status, "internal-error", "Something went wrong here. It was logged."),
        _ => Problem.Of(status, "refused", "The request was refused."),
    };
}
