using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Media;

/// <summary>Files over HTTP: in from operators, out to operators and to platforms.</summary>
public static class MediaEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps them below <c>/api/v1</c>.</summary>
    public static void MapMedia(this IEndpointRouteBuilder api)
    {
        var media = api.MapGroup("/media").WithTags("Media").RequireAuthorization(ApiPolicies.Operator);
        media.MapPost("", Upload).WithName("UploadMedia").WithMetadata(new CountedBody()).DescribeBody<UploadForm>("multipart/form-data");
        media.MapMethods("/{id:guid}", Reading, Download).WithName("GetMedia");
        media.MapPost("/{id:guid}/retry", Retry).WithName("RetryMedia");
    }

    /// <summary>
    /// Maps the signed addresses given to platforms and to customers' browsers, below the root. A platform that believes extensions may put a name behind.
    /// </summary>
    public static void MapSignedMedia(this IEndpointRouteBuilder root) =>
        root.MapMethods("/media/{id:guid}/{expires:long}/{signature}/{name?}", Reading, Fetch).ExcludeFromDescription();

    private static async Task<Results<Created<MediaBody>, ProblemHttpResult>> Upload(
        HttpRequest request, MediaUpload upload, IOptions<MediaOptions> options, CancellationToken cancellationToken)
    {
        try
        {
            return await upload.ReadFormAsync(request, cancellationToken) is { } file
                ? TypedResults.Created(BodyMapping.MediaUrl(file.Id), MediaBody.Of(file))
                : Problem.Invalid("file", "Send multipart/form-data with the file in the field file.");
        }
        catch (FileTooLargeException tooLarge)
        {
            return Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", tooLarge.Message, ("limit", options.Value.MostBytes));
        }
        catch (InvalidDataException)
        {
            return Problem.Invalid("body", "This is no multipart form."); // the reader's word for parts that do not begin or end
        }
    }

    private static Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Download(
        Guid id, HttpResponse response, MediaDownload download, CancellationToken cancellationToken) =>
        download.ServeAsync(new MediaId(id), "same-origin", response, cancellationToken);

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Fetch(
        Guid id, long expires, string signature, HttpResponse response, MediaAddresses addresses, MediaDownload download,
        CancellationToken cancellationToken) =>
        addresses.Holds(new MediaId(id), expires, signature)
            ? await download.ServeAsync(new MediaId(id), "cross-origin", response, cancellationToken)
            : Problem.NotFound("file");

    private static async Task<Results<Accepted<MediaBody>, ProblemHttpResult>> Retry(
        Guid id, MediaLedger ledger, IMediaQueue queue, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var asked = false;
        var file = await ledger.ChangeAsync(
            new MediaId(id),
            current =>
            {
                asked = current.State == MediaState.Failed;
                return asked ? current with { State = MediaState.Pending, Attempts = 0, DueAt = now, Error = null } : null;
            },
            cancellationToken);
        if (file is null)
        {
            return Problem.NotFound("file");
        }

        if (!asked)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "wrong-state", "Only a file that failed can be asked for again.");
        }

        queue.Offer(file.Id);
        return TypedResults.Accepted((string?)null, MediaBody.Of(file));
    }

    /// <summary>Lifts the server's limit for JSON: the folder counts the bytes itself.</summary>
    private sealed class CountedBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}

/// <summary>The form a file is sent in.</summary>
public sealed record UploadForm(byte[] File);
