using System.Net;
using Microsoft.Extensions.Options;
using Rozmova.Messaging.Net;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Media;

/// <summary>
/// Fetches files from addresses of users through the guarded client, which checks every address it connects to. Redirects are followed
/// here, each as carefully as the first address.
/// </summary>
internal sealed class MediaImport(
    MediaUpload upload, AddressPolicy policy, IHttpClientFactory clients, IOptions<MediaOptions> options, TimeProvider time) : IMediaImport
{
    private const int MostRedirects = 3;
    private const string Field = "content.url";

    public async ValueTask<CommandResult<MediaFile>> ImportAsync(Uri address, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.ImportTimeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await FollowAsync(address, ending.Token);
        }
        catch (FileTooLargeException tooLarge)
        {
            return new Refusal.Invalid(Field, tooLarge.Message);
        }
        catch (HttpRequestException refused) when (refused.InnerException is AddressNotAllowedException reason)
        {
            return new Refusal.AddressNotAllowed(Field, reason.Message);
        }
        catch (Exception unanswered) when (!cancellationToken.IsCancellationRequested
            && unanswered is HttpRequestException or IOException or OperationCanceledException)
        {
            return new Refusal.Invalid(Field, "The file could not be fetched from this address."); // theirs to mend, so no log of ours
        }
    }

    private async ValueTask<CommandResult<MediaFile>> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateGuardedClient();
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (await policy.CheckAsync(address, cancellationToken) is { Allowed: false, Reason: var reason })
            {
                return new Refusal.AddressNotAllowed(Field, reason!);
            }

            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return await KeepAsync(address, response, cancellationToken);
            }

            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } next)
            {
                return new Refusal.Invalid(Field, $"This address answers {(int)response.StatusCode}.");
            }

            address = new Uri(address, next);
        }

        return new Refusal.Invalid(Field, "This address leads on and on.");
    }

    private async ValueTask<MediaFile> KeepAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = response.Content.Headers;
        var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"')
            ?? Uri.UnescapeDataString(address.Segments[^1]);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await upload.AddAsync(content, name, headers.ContentType?.MediaType, cancellationToken);
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
