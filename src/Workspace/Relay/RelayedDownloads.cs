using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Relay;

/// <summary>Serves files that are stored nowhere: from memory, or while they come from the platform. Once each.</summary>
internal sealed class RelayedDownloads(
    RelayAddresses addresses, RelayedMessages relayed, IConversationStore conversations, ChannelDirectory channels,
    ILogger<RelayedDownloads> logger)
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps the addresses. Who believes extensions may put a name behind.</summary>
    public static void Map(IEndpointRouteBuilder root) => root.MapMethods(
        $"/{RelayAddresses.Prefix}/{{token}}/{{name?}}", Reading,
        static context => context.RequestServices.GetRequiredService<RelayedDownloads>()
            .ServeAsync((string)context.Request.RouteValues["token"]!, context)).ExcludeFromDescription();

    /// <summary>The file of a message; null when it has none in memory.</summary>
    public async ValueTask<RemoteMedia?> OpenAsync(Message message, CancellationToken cancellationToken) =>
        relayed.Find(message)?.Content is MessageContent.Media { File: var file } ? await OpenAsync(message, file, cancellationToken) : null;

    private async ValueTask<RemoteMedia?> OpenAsync(Message message, Attachment file, CancellationToken cancellationToken)
    {
        if (file.Id is { } id)
        {
            return OpenOurs(id);
        }

        return file.RemoteKey is not null && channels.Find(message.ChannelId) is { Platform: IMediaPlatform platform } channel
            ? await platform.OpenMediaAsync(channel.Connection, file, cancellationToken)
            : null;
    }

    private async Task ServeAsync(string token, HttpContext context)
    {
        if (!addresses.TryFind(token, out var target) || await FindAsync(target, context.RequestAborted) is not { } found)
        {
            await Problem.NotFound("file").ExecuteAsync(context);
            return;
        }

        using var file = found.File;
        var type = file.MimeType ?? found.MimeType;
        var shown = MediaType.IsShown(type);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(FileName.Clean(found.Name) ?? "file");
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentType = shown ? type : MediaType.Bytes;
        headers.ContentLength = file.Size;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await file.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        await context.Response.CompleteAsync();
        addresses.Remove(token); // not before: a download that broke off may be tried again
    }

    private async ValueTask<(RemoteMedia File, string? Name, string? MimeType)?> FindAsync(
        RelayedTarget target, CancellationToken cancellationToken)
    {
        if (target.File is { } ours)
        {
            return OpenOurs(ours) is { } kept ? (kept, relayed.FindFile(ours)?.File.FileName, kept.MimeType) : null;
        }

        if (target is not { Message: { } id, Attached: { } file }
            || await conversations.FindMessageAsync(id, cancellationToken) is not { DeletedAt: null } message)
        {
            return null;
        }

        try
        {
            return await OpenAsync(message, file, cancellationToken) is { } opened ? (opened, file.FileName, file.MimeType) : null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // the platform's trouble: whoever fetches asks again
        {
            logger.FileNotOpened(message.Id, exception.GetType().Name);
            return null;
        }
    }

    private RemoteMedia? OpenOurs(MediaId id) =>
        relayed.FindFile(id) is { } kept ? new RemoteMedia(kept.Open(), kept.File.MimeType, kept.Bytes.Length) : null;
}
