using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rozmova.Workspace.Intake;

/// <summary>The raw bytes of a request from a platform or a desk.</summary>
internal static class RequestBody
{
    /// <summary>Bytes of a request at most; more is 413.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>All of it; null when it is larger.</summary>
    public static async ValueTask<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null; // the API's own limit is smaller; ours is counted below
        }

        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.Buffer.Length > MostBytes)
            {
                reader.AdvanceTo(read.Buffer.End); // the server drains the rest, and cannot while a read is open
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
