using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Api;

internal static partial class Log
{
    [LoggerMessage(EventIds.Api + 1, LogLevel.Error, "Request failed: {Endpoint}")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, string? endpoint);

    [LoggerMessage(EventIds.Api + 2, LogLevel.Error, "Not ready: the database does not answer")]
    public static partial void NotReady(this ILogger logger, Exception exception);
}
