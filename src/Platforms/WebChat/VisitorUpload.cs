using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>A visitor sends a file: its bytes as the body, kept as every other file, and a message of its own.</summary>
internal static class VisitorUpload
{
    private const string Scheme = "Visitor ";

    public static async Task<IResult> TakeAsync(
        string? id, string? name, HttpContext context, VisitorIntake intake, IChatFiles files,
        CancellationToken cancellationToken)
    {
        var channel = WebChatAdmission.ChannelOf(context);
        var request = context.Request;
        if (VisitorToken.VisitorOf(channel.Id, TokenOf(request)) is not { } visitorId)
        {
            return WebChatAdmission.Refuse(
                StatusCodes.Status401Unauthorized, "unauthorized", "Say who you are: Authorization: Visitor <token>.");
        }

        if (!VisitorSession.IsMessageId(id) || request.ContentLength == 0)
        {
            return WebChatAdmission.Refuse(
                StatusCodes.Status400BadRequest, "invalid-request", "A file has an id of its own and some content.");
        }

        if (request.ContentLength > WebChatCapabilities.LargestUpload)
        {
            return TooLarge();
        }

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize =
            WebChatCapabilities.LargestUpload;
        var visitor = new Visitor(channel, visitorId, VisitorLimits.KeyOf(context.Connection.RemoteIpAddress));
        try
        {
            var wait = await intake.TakeMessageAsync(
                visitor,
                VisitorLimits.Files,
                () => KeepAsync(visitor, id!, name, request, files, cancellationToken),
                cancellationToken);
            return wait is null ? TypedResults.Accepted((string?)null) : WebChatAdmission.RefuseFor(context.Response, wait.Value);
        }
        catch (Exception tooLarge) when (
            tooLarge is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or FileRefusedException)
        {
            return TooLarge();
        }
    }

    private static async ValueTask<VisitorBody> KeepAsync(
        Visitor visitor, string id, string? name, HttpRequest request, IChatFiles files, CancellationToken cancellationToken)
    {
        var file = await files.KeepAsync(request.Body, name, request.ContentType, cancellationToken)
            ?? throw new FileRefusedException();
        return new VisitorBody
        {
            Type = VisitorBody.File,
            Visitor = visitor.Id,
            Id = id,
            Attachment = new FilePayload(file.Id!.Value.Value, file.MimeType, file.FileName, file.Size),
        };
    }

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.Ordinal)
            ? header[Scheme.Length..]
            : null;

    private static ProblemHttpResult TooLarge() =>
        WebChatAdmission.Refuse(StatusCodes.Status413PayloadTooLarge, "too-large", "The file is larger than this chat takes.");

    /// <summary>Larger than files may be on this installation.</summary>
    private sealed class FileRefusedException : Exception;
}
