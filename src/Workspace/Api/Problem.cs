using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Rozmova.Workspace.Api;

/// <summary>Every failure of the API: RFC 9457 problem details with a stable <c>code</c>. Never an exception's text.</summary>
public static class Problem
{
    /// <summary>A problem with what the case needs beside it (<c>claimedBy</c>, <c>messageIds</c>).</summary>
    public static ProblemHttpResult Of(int status, string code, string detail, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (name, value) in more)
        {
            extensions[name] = value;
        }

        return TypedResults.Problem(detail, statusCode: status, extensions: extensions);
    }

    /// <summary>404: there is no such thing, or not for this caller.</summary>
    public static ProblemHttpResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "not-found", $"There is no such {what}.");

    /// <summary>400 with the field named.</summary>
    public static ProblemHttpResult Invalid(string field, string detail) =>
        Of(StatusCodes.Status400BadRequest, "invalid-request", detail, ("field", field));
}
