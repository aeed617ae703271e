using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Rozmova.Bench.Clients;

namespace Rozmova.Bench.Bare;

/// <summary>A webhook with nothing but its duties: verify, parse, make durable, push.</summary>
internal static class BareWebhook
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(WebhookTarget.Secret);

    public static async Task ReceiveAsync(HttpContext context, GroupCommit log, BareListeners listeners)
    {
        var body = await ReadAsync(context);
        if (!IsAuthentic(context.Request.Headers[WebhookTarget.SecretHeader]))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (JsonSerializer.Deserialize(body, BareJson.Default.BareUpdate)?.Message?.Chat is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await log.AppendAsync(body);
        listeners.Push(body);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool IsAuthentic(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Secret);
}

internal sealed class BareUpdate
{
    public long UpdateId { get; set; }

    public BareMessage? Message { get; set; }
}

internal sealed class BareMessage
{
    public long MessageId { get; set; }

    public long Date { get; set; }

    public BareChat? Chat { get; set; }

    public BareUser? From { get; set; }

    public string? Text { get; set; }
}

internal sealed class BareChat
{
    public long Id { get; set; }
}

internal sealed class BareUser
{
    public long Id { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BareUpdate))]
internal sealed partial class BareJson : JsonSerializerContext;
