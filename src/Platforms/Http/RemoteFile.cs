using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Http;

/// <summary>Files that customers sent, fetched from where their platform keeps them.</summary>
internal static class RemoteFile
{
    /// <summary>Reads an address; null where it is none, or none of the web.</summary>
    public static Uri? AddressIn(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : null;

    /// <summary>Asks for a file by a guarded client. Returns as soon as the answer begins; the caller owns it.</summary>
    public static async Task<HttpResponseMessage> RequestFileAsync(
        this HttpClient guarded, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await guarded.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException refused) when (refused.InnerException is AddressNotAllowedException reason)
        {
            throw new MediaUnavailableException(reason.Message);
        }
    }

    /// <summary>
    /// The file in an answer, and with it the answer. <paramref name="gone"/> says why asking again is of no use; any other
    /// failure is one to try again.
    /// </summary>
    public static async Task<RemoteMedia> ReadFileAsync(
        this HttpResponseMessage response, string? gone, CancellationToken cancellationToken)
    {
        try
        {
            if (gone is not null)
            {
                throw new MediaUnavailableException(gone);
            }

            var content = response.EnsureSuccessStatusCode().Content;
            return new RemoteMedia(
                await content.ReadAsStreamAsync(cancellationToken), TypeOf(content), content.Headers.ContentLength, response);
        }
        catch
        {
            // The caller disposes only what it gets.
            response.Dispose();
            throw;
        }
    }

    /// <summary>A mere stream of bytes says nothing of the type.</summary>
    private static string? TypeOf(HttpContent content) =>
        content.Headers.ContentType?.MediaType is { } type and not "application/octet-stream" ? type : null;
}
