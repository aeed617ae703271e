using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Rozmova.Workspace.Api;

/// <summary>What was thrown becomes a problem: the caller's mistakes with the field named, ours without a word of the exception.</summary>
internal sealed partial class ApiErrors(ILogger<ApiErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException)
        {
            logger.RequestFailed(exception, httpContext.GetEndpoint()?.DisplayName);
        }

        await Describe(exception).ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemHttpResult Describe(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => Problem.Invalid(Field(json), "This is not what is expected here."),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad when ParameterName().Match(bad.Message) is { Success: true } match =>
            Problem.Invalid(Name(match), "This is missing or cannot be read."),
        BadHttpRequestException bad => StatusProblem.Of(bad.StatusCode),
        _ => StatusProblem.Of(StatusCodes.Status500InternalServerError),
    };

    /// <summary><c>$.settings.token</c> as <c>settings.token</c>; the whole body as <c>body</c>.</summary>
    private static string Field(JsonException exception) =>
        exception.Path is { Length: > 2 } path ? path[2..] : "body";

    // The framework names the parameter only in its sentence: the one of a query parameter, or that a body is missing.
    private static string Name(Match match) => match.Groups[1].Value is { Length: > 0 } name ? name : "body";

    [GeneratedRegex("""^Failed to bind parameter "\S+ (\w+)"|^Required parameter "\S+ (\w+)" was not provided|no body was provided""")]
    private static partial Regex ParameterName();
}
