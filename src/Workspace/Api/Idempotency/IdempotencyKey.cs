using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Api.Idempotency;

/// <summary>Reads what makes a request the same request.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int Shortest = 8;
    private const int Longest = 128;

    /// <summary>The key without the quotes a structured field has; null when it is not 8 to 128 visible characters.</summary>
    public static string? Parse(string header)
    {
        var key = header.Trim();
        if (key.Length >= 2 && key[0] == '"' && key[^1] == '"')
        {
            key = key[1..^1];
        }

        return key.Length is >= Shortest and <= Longest && key.All(character => character is > ' ' and <= '~') ? key : null;
    }

    /// <summary>
    /// The request with the fingerprint of its method, path and body. Leaves the body to be read again, from memory: the server's own
    /// buffering would write a large one to a temporary file.
    /// </summary>
    public static async ValueTask<IdempotentRequest> ReadAsync(HttpContext context, string key, CancellationToken cancellationToken)
    {
        var request = context.Request;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n"));
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        request.Body = body;
        return new IdempotentRequest(Caller(context), Route(context), key, hash.GetHashAndReset());
    }

    private static OperatorId Caller(HttpContext context) =>
        new(Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty);

    private static string Route(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path;
}
