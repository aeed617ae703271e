using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Media;

/// <summary>
/// Serves files so that none of them can do anything: pictures, sound and film are shown, all else is a download of mere bytes, and
/// whatever a browser makes of it runs in a sandbox without an origin.
/// </summary>
internal sealed class MediaDownload(IMediaStore files, MediaFolder folder)
{
    /// <param name="sharing">Whose pages may show it: <c>same-origin</c>, or <c>cross-origin</c> for any.</param>
    public async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> ServeAsync(
        MediaId id, string sharing, HttpResponse response, CancellationToken cancellationToken)
    {
        var path = folder.PathOf(id);
        if (await files.FindAsync(id, cancellationToken) is not { State: MediaState.Ready } file || !File.Exists(path))
        {
            return Problem.NotFound("file");
        }

        var shown = MediaType.IsShown(file.MimeType);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(FileName.Clean(file.FileName) ?? "file");

        var headers = response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = sharing;
        headers.CacheControl = "private, max-age=3600";
        return TypedResults.PhysicalFile(
            path,
            TypeFor(file.MimeType, shown),
            entityTag: new EntityTagHeaderValue($"\"{id.Value:N}\""),
            enableRangeProcessing: true);
    }

    // A PDF may have its name, as what opens it by that name is no browser page; it is a download all the same.
    private static string TypeFor(string? type, bool shown) => shown || type == "application/pdf" ? type! : MediaType.Bytes;
}
