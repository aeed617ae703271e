using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.WeChat;

/// <summary>Files up and down.</summary>
internal static class MediaCalls
{
    private static readonly Dictionary<string, long> LargestByType = new()
    {
        ["image"] = 10 * 1024 * 1024,
        ["voice"] = 2 * 1024 * 1024,
        ["video"] = 10 * 1024 * 1024,
        ["thumb"] = 64 * 1024,
    };

    public static async Task<JsonNode?> UploadAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var type = call.Query["type"].ToString();
        if (!LargestByType.TryGetValue(type, out var largest))
        {
            throw new RefusedCallException(40004, "invalid media type");
        }

        var file = await ReadFileAsync(call.Context.Request, cancellationToken);
        if (file.Content.Length > largest)
        {
            throw new RefusedCallException(45001, "media size out of limit");
        }

        return new JsonObject
        {
            ["type"] = type,
            [type == "thumb" ? "thumb_media_id" : "media_id"] = call.Account.Media.Keep(file),
            ["created_at"] = call.Simulator.Time.GetUtcNow().ToUnixTimeSeconds(),
        };
    }

    /// <summary>Pictures and voice as bytes, films as the address of their bytes.</summary>
    public static async Task<JsonNode?> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var id = call.Query["media_id"].ToString();
        var file = call.Account.Media.Find(id) ?? throw new RefusedCallException(40007, "invalid media_id");
        if (file.MimeType.StartsWith("video/", StringComparison.Ordinal) && !call.Query.ContainsKey("film"))
        {
            var request = call.Context.Request;
            var address = $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}&film=1";
            return new JsonObject { ["video_url"] = address };
        }

        var response = call.Context.Response;
        response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
        await file.WriteAsync(response, cancellationToken);
        return null;
    }

    /// <summary>A boundary in quotes, a part of another name or one without a file name count as no file.</summary>
    private static async Task<SimulatedFile> ReadFileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var quoted = request.ContentType?.Contains("boundary=\"", StringComparison.Ordinal) ?? true;
        var form = quoted ? null : await request.ReadFormAsync(cancellationToken);
        if (form?.Files.GetFile("media") is not { FileName.Length: > 0 } part || request.ContentLength is null)
        {
            throw new RefusedCallException(41005, "media data missing");
        }

        return await SimulatedFile.ReadAsync(part, cancellationToken);
    }
}
