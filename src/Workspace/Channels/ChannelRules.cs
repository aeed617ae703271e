using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Channels;

/// <summary>What a channel's name, privacy and path must be like.</summary>
internal static partial class ChannelRules
{
    private const int LongestName = 200;
    private const int LongestPath = 200;

    // What the program itself answers under.
    private static readonly string[] Taken = ["/api", "/health", "/metrics", "/openapi", "/assets", "/setup", "/index.html"];

    /// <summary>Null when both are fine.</summary>
    public static ProblemHttpResult? Check(Channel channel) => channel switch
    {
        { Name.Length: 0 } => Problem.Invalid("name", "A channel needs a name."),
        { Name.Length: > LongestName } => Problem.Invalid("name", $"A name has at most {LongestName} characters."),
        // Storing after all what somebody asked us not to store would be worse than saying no.
        { Privacy: ChannelPrivacy.PassThrough } => Problem.Of(
            StatusCodes.Status422UnprocessableEntity, "not-supported", "This version stores messages: pass-through is not available yet."),
        { Path: null } => null,
        { Path: var path } when path.Length > LongestPath || !PathShape().IsMatch(path) =>
            Problem.Invalid("path", "A path looks like /my-webhook: letters, digits, - . _ ~ between single slashes."),
        { Path: var path } when Taken.Any(taken => IsBelow(path, taken)) => Problem.Invalid("path", "The program itself answers under this path."),
        _ => null,
    };

    private static bool IsBelow(string path, string taken) =>
        path.StartsWith(taken, StringComparison.OrdinalIgnoreCase) && (path.Length == taken.Length || path[taken.Length] == '/');

    [GeneratedRegex(@"\A(/[A-Za-z0-9._~-]+)+\z")]
    private static partial Regex PathShape();
}
