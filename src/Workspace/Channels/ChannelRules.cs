using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Channels;

/// <summary>What a channel's name, privacy and path must be like.</summary>
internal static partial class ChannelRules
{
    private const int LongestName = 200;
    private const int LongestPath = 200;

    // What the program itself answers under.
    private static readonly string[] Taken = ["/api", "/health", "/metrics", "/openapi", "/assets", "/setup", "/m", "/index.html"];

    /// <summary>Null when all are fine.</summary>
    public static ProblemHttpResult? Check(Channel channel, IPlatform platform, RozmovaOptions options) =>
        Check(channel.Name, channel.Path) ?? (channel.Privacy == ChannelPrivacy.PassThrough ? CheckPassing(platform, options) : null);

    /// <summary>Null when the name and the path of a channel or a desk are fine.</summary>
    public static ProblemHttpResult? Check(string name, string? path) => (name, path) switch
    {
        ({ Length: 0 }, _) => Problem.Invalid("name", "A name is needed."),
        ({ Length: > LongestName }, _) => Problem.Invalid("name", $"A name has at most {LongestName} characters."),
        (_, null) => null,
        _ when path.Length > LongestPath || !PathShape().IsMatch(path) =>
            Problem.Invalid("path", "A path looks like /my-webhook: letters, digits, - . _ ~ between single slashes."),
        _ when Taken.Any(taken => IsBelow(path, taken)) => Problem.Invalid("path", "The program itself answers under this path."),
        _ => null,
    };

    // Storing after all what somebody asked us not to store would be worse than saying no.
    private static ProblemHttpResult? CheckPassing(IPlatform platform, RozmovaOptions options) =>
        !platform.Capabilities.CanPassThrough ? NotSupported(
            "Messages of this platform cannot pass through: it keeps them on this machine, or shows its customers what is stored.")
        : options.Cluster.Length > 0 ? NotSupported(
            "What passes through is in the memory of one process, so a cluster cannot have pass-through channels.")
        : null;

    private static ProblemHttpResult NotSupported(string detail) =>
        Problem.Of(StatusCodes.Status422UnprocessableEntity, "not-supported", detail);

    private static bool IsBelow(string path, string taken) =>
        path.StartsWith(taken, StringComparison.OrdinalIgnoreCase) && (path.Length == taken.Length || path[taken.Length] == '/');

    [GeneratedRegex(@"\A(/[A-Za-z0-9._~-]+)+\z")]
    private static partial Regex PathShape();
}
