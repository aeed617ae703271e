using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators;

/// <summary>A file as it lies on somebody's phone, or as it was uploaded.</summary>
public sealed record SimulatedFile(string Name, string MimeType, ReadOnlyMemory<byte> Content)
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 960;

    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>A file of a given size, for limits; its bytes are zeros.</summary>
    public static SimulatedFile OfSize(string name, string mimeType, int bytes) => new(name, mimeType, new byte[bytes]);

    internal static async Task<SimulatedFile> ReadAsync(IFormFile upload, CancellationToken cancellationToken)
    {
        var content = new byte[upload.Length];
        await using var stream = upload.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new SimulatedFile(upload.FileName, upload.ContentType ?? "application/octet-stream", content);
    }

    internal async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = MimeType;
        response.ContentLength = Content.Length;
        await response.Body.WriteAsync(Content, cancellationToken);
    }
}
