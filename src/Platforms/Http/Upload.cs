using Rozmova.Messaging;

namespace Rozmova.Platforms.Http;

/// <summary>A file of ours on its way to a platform.</summary>
internal static class Upload
{
    private const long SlowestPerSecond = 128 * 1024;
    private static readonly TimeSpan LeastTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The message's file; null when it cannot be opened.</summary>
    public static async ValueTask<Stream?> OpenAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return message.OpenFile is { } open ? await open(cancellationToken) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing has been sent yet, so this is a plain "no" and must not end as "unknown".
            return null;
        }
    }

    /// <summary>Long enough for a slow line.</summary>
    public static TimeSpan TimeoutFor(long? size, TimeSpan unknownSize) =>
        size is { } bytes ? LeastTimeout + TimeSpan.FromSeconds(bytes / SlowestPerSecond) : unknownSize;
}
