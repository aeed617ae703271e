using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Media;

/// <summary>A file as the API shows it.</summary>
public sealed record MediaBody(MediaId Id, string? Url, string? MimeType, string? FileName, long? Size)
{
    internal static MediaBody Of(MediaFile file) => new(
        file.Id, file.State == MediaState.Ready ? BodyMapping.MediaUrl(file.Id) : null, file.MimeType, file.FileName, file.Size);
}

/// <summary>Takes in files that are given to us: the bytes first, then the row that says they are there.</summary>
internal sealed class MediaUpload(IMediaStore files, MediaFolder folder, ITransactions transactions, TimeProvider time)
{
    /// <summary>The file in a form's field <c>file</c>, read as it comes; null when there is no such field.</summary>
    public async ValueTask<MediaFile?> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return null;
        }

        var form = new MultipartReader(boundary, request.Body);
        while (await form.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is { Name: "file", FileStream: { } content } field)
            {
                return await AddAsync(content, field.FileName, section.ContentType, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>Keeps a file nobody carries yet.</summary>
    public async ValueTask<MediaFile> AddAsync(Stream content, string? name, string? announced, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var id = new MediaId(Guid.CreateVersion7(now));
        var written = await folder.WriteAsync(id, content, cancellationToken);
        var file = new MediaFile
        {
            Id = id,
            FileName = FileName.Clean(name),
            MimeType = MediaType.Decide(announced, written.Start),
            Size = written.Size,
            State = MediaState.Ready,
            CreatedAt = now,
        };
        return await transactions.WriteAsync(
            async transaction =>
            {
                await files.AddAsync(transaction, file);
                return file;
            },
            cancellationToken);
    }
}
