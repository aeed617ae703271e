using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>A file given to a call: an upload, an <c>attach://</c> name, an address to fetch, or an id known already.</summary>
internal static class MediaInput
{
    private const int Megabyte = 1024 * 1024;

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        MaxResponseContentBufferSize = 20 * Megabyte,
    };

    public static Task<StoredFile> ReadAsync(BotCall call, MediaKind kind, string member, CancellationToken cancellationToken) =>
        call.Parameters.File(member) is { } upload
            ? KeepUploadAsync(call.Bot, kind, upload, cancellationToken)
            : ReadAsync(call, kind, call.Parameters.Text(member), member, cancellationToken);

    public static async Task<StoredFile> ReadAsync(
        BotCall call, MediaKind kind, string? reference, string member, CancellationToken cancellationToken)
    {
        const string attached = "attach://";
        if (string.IsNullOrEmpty(reference))
        {
            throw RefusedCallException.BadRequest($"there is no {member} in the request");
        }

        if (reference.StartsWith(attached, StringComparison.Ordinal))
        {
            var upload = call.Parameters.File(reference[attached.Length..])
                ?? throw RefusedCallException.BadRequest($"there is no {member} in the request");
            return await KeepUploadAsync(call.Bot, kind, upload, cancellationToken);
        }

        if (Uri.TryCreate(reference, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return await FetchAsync(call.Bot, kind, address, cancellationToken);
        }

        var known = call.Bot.Files.FindById(reference)
            ?? throw RefusedCallException.BadRequest("wrong file_id or the file is temporarily unavailable");
        return known.Kind == kind
            ? known
            : throw RefusedCallException.BadRequest($"can't use file of type {known.Kind} as {kind}");
    }

    private static async Task<StoredFile> KeepUploadAsync(
        BotAccount bot, MediaKind kind, IFormFile upload, CancellationToken cancellationToken)
    {
        if (upload.Length == 0)
        {
            throw RefusedCallException.BadRequest("file must be non-empty");
        }

        if (upload.Length > (kind == MediaKind.Photo ? 10 : 50) * Megabyte)
        {
            throw new RefusedCallException(413, "Request Entity Too Large");
        }

        return Keep(bot, kind, await SimulatedFile.ReadAsync(upload, cancellationToken));
    }

    /// <summary>Fetches from this machine only: a simulator has no business on the network.</summary>
    private static async Task<StoredFile> FetchAsync(
        BotAccount bot, MediaKind kind, Uri address, CancellationToken cancellationToken)
    {
        if (!address.IsLoopback)
        {
            throw RefusedCallException.BadRequest("failed to get HTTP URL content");
        }

        try
        {
            using var response = await Http.GetAsync(address, cancellationToken);
            response.EnsureSuccessStatusCode();
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var mimeType = response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";
            return Keep(bot, kind, new SimulatedFile(Path.GetFileName(address.AbsolutePath), mimeType, content));
        }
        catch (HttpRequestException)
        {
            // The address is the caller's, so its failure is told to the caller.
            throw RefusedCallException.BadRequest("failed to get HTTP URL content");
        }
    }

    private static StoredFile Keep(BotAccount bot, MediaKind kind, SimulatedFile file) =>
        kind == MediaKind.Photo && !IsPicture(file.Content.Span)
            ? throw RefusedCallException.BadRequest("IMAGE_PROCESS_FAILED")
            : bot.Files.Keep(kind, file);

    private static bool IsPicture(ReadOnlySpan<byte> content) =>
        content is [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..]
        || content.StartsWith("GIF8"u8) || content.StartsWith("RIFF"u8);
}
