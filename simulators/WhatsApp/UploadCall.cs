using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>An upload: its type is looked at, and its size by type.</summary>
internal static class UploadCall
{
    private const long Megabyte = 1024 * 1024;

    public static async Task<JsonObject> ReadAsync(
        WhatsAppSimulator simulator, HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = long.MaxValue }));
        var form = await request.ReadFormAsync(cancellationToken);
        var type = form["type"].ToString();
        if (form["messaging_product"] != "whatsapp" || form.Files.GetFile("file") is not { } upload || type.Length == 0)
        {
            throw new RefusedCallException(100, "Parameters file, type and messaging_product are required.");
        }

        if (upload.Length > LargestOf(type))
        {
            throw new RefusedCallException(131053, "Media file size too big.");
        }

        var file = await SimulatedFile.ReadAsync(upload, cancellationToken);
        return new JsonObject { ["id"] = simulator.Files.Keep(file with { MimeType = type }), ["type"] = type };
    }

    private static long LargestOf(string type) => type switch
    {
        "image/jpeg" or "image/png" => 5 * Megabyte,
        "image/webp" => 500 * 1024,
        _ when type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) => 16 * Megabyte,
        _ => 100 * Megabyte,
    };
}
