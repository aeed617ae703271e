using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Media;

/// <summary>Brings one file from its platform into the folder, or records why not.</summary>
internal sealed class MediaFetcher(
    ChannelDirectory channels, MediaFolder folder, MediaLedger ledger, IOptions<MediaOptions> options, TimeProvider time,
    ILogger<MediaFetcher> logger)
{
    /// <summary>Six attempts in about an hour.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(45),
    ];

    /// <summary>Makes one attempt. Throws only when the program stops, or the store cannot be written: either way the file stays due.</summary>
    public async Task FetchAsync(MediaFile file, CancellationToken stoppingToken)
    {
        try
        {
            using var timeout = new CancellationTokenSource(options.Value.FetchTimeout, time);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
            var (written, announced) = await DownloadAsync(file, ending.Token);
            await KeepAsync(file, MediaType.Decide(announced ?? file.MimeType, written.Start), written.Size, stoppingToken);
        }
        catch (MediaUnavailableException never)
        {
            await GiveUpAsync(file, never.Message, stoppingToken);
        }
        catch (FileTooLargeException never)
        {
            await GiveUpAsync(file, never.Message, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested) // a cut connection, a time-out, a 5xx: tried again
        {
            logger.FetchFailed(exception, file.Id, file.ChannelId, file.Attempts);
            await TryLaterAsync(file, stoppingToken);
        }
    }

    private async ValueTask<(WrittenFile Written, string? Announced)> DownloadAsync(MediaFile file, CancellationToken cancellationToken)
    {
        var channel = file.ChannelId is { } id ? await channels.FindAsync(id, cancellationToken) : null;
        if (channel?.Platform is not IMediaPlatform platform)
        {
            throw new MediaUnavailableException(channel is null ? "Its channel was deleted." : "This platform hands out no files.");
        }

        var wanted = new Attachment { Id = file.Id, RemoteKey = file.RemoteKey, MimeType = file.MimeType, FileName = file.FileName, Size = file.Size };
        using var remote = await platform.OpenMediaAsync(channel.Connection, wanted, cancellationToken);
        var written = await folder.WriteAsync(file.Id, remote.Content, cancellationToken);
        return remote.Size is { } size && size != written.Size
            ? throw new EndOfStreamException("The download ended early.")
            : (written, remote.MimeType);
    }

    private async ValueTask KeepAsync(MediaFile file, string type, long size, CancellationToken cancellationToken)
    {
        var kept = await ledger.ChangeAsync(
            file.Id,
            current => current with { State = MediaState.Ready, MimeType = type, Size = size, DueAt = null, Error = null },
            cancellationToken);
        if (kept is null)
        {
            folder.Delete(file.Id); // erased, or its message deleted, while it was on its way
        }
    }

    private async ValueTask TryLaterAsync(MediaFile file, CancellationToken cancellationToken)
    {
        if (file.Attempts > Waits.Length)
        {
            await GiveUpAsync(file, "The platform did not hand out the file, however often we asked.", cancellationToken);
            return;
        }

        var due = time.GetStoredNow() + Waits[file.Attempts - 1];
        await ledger.ChangeAsync(
            file.Id, current => current.State == MediaState.Pending ? current with { DueAt = due } : null, cancellationToken);
    }

    private async ValueTask GiveUpAsync(MediaFile file, string reason, CancellationToken cancellationToken)
    {
        logger.GaveUp(file.Id, file.ChannelId, file.Attempts);
        await ledger.ChangeAsync(
            file.Id,
            current => current.State == MediaState.Pending
                ? current with { State = MediaState.Failed, DueAt = null, Error = reason }
                : null,
            cancellationToken);
    }
}
