using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rozmova.Messaging;

namespace Rozmova.Conformance.Tests.Custom;

/// <summary>A system on a custom channel.</summary>
internal sealed class CustomAccount : AccountUnderTest
{
    private const string Secret = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cy0wMTIzNDU2Nzg5";

    private readonly StandardWebhook _key = new(Secret);
    private readonly ConcurrentQueue<JsonNode> _taken = [];
    private readonly TimeProvider _time;
    private readonly Uri _callbackUrl;
    private Trouble? _trouble;
    private int _deliveries;

    public CustomAccount(CustomReceiver receiver, TimeProvider time)
    {
        Receiver = receiver;
        _time = time;
        _callbackUrl = receiver.Listen(TakeAsync);
    }

    public CustomReceiver Receiver { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    public IReadOnlyCollection<JsonNode> Taken => _taken;

    public override JsonObject Settings => new()
    {
        ["secret"] = Secret, ["callbackUrl"] = _callbackUrl.ToString(), ["events"] = new JsonArray("edit", "delete", "reaction"),
    };

    public override CustomerUnderTest AddCustomer(string name) => new CustomCustomer(this, name);

    public override WireRequest Sign(ReadOnlyMemory<byte> body)
    {
        var id = $"delivery_{Interlocked.Increment(ref _deliveries)}";
        return new WireRequest(
            Webhook,
            new Dictionary<string, string>
            {
                [StandardWebhook.IdHeader] = id,
                [StandardWebhook.TimestampHeader] = StandardWebhook.Timestamp(Now),
                [StandardWebhook.SignatureHeader] = _key.Sign(id, Now, body.Span),
                ["Content-Type"] = "application/json",
            },
            body);
    }

    public override void Provoke(Trouble trouble) => _trouble = trouble;

    public override JsonObject Mend()
    {
        _trouble = null;
        return new() { ["callbackUrl"] = _callbackUrl.ToString() };
    }

    private async Task TakeAsync(HttpContext context)
    {
        var trouble = _trouble;
        _trouble = trouble is Trouble.TokenExpired ? trouble : null;
        switch (trouble)
        {
            case Trouble.RateLimited:
                context.Response.StatusCode = (int)HttpStatusCode.TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                break;
            case Trouble.TokenExpired:
                context.Response.StatusCode = (int)HttpStatusCode.Gone;
                break;
            case Trouble.ServerError:
                context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
                break;
            default:
                _taken.Enqueue((await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.Body))!);
                if (trouble is Trouble.NoAnswer)
                {
                    context.Abort();
                }

                break;
        }
    }
}
