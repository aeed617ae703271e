using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Viber;

/// <summary>The call is refused: HTTP 200 with one of Viber's numbers.</summary>
internal sealed class RefusedCallException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}

/// <summary>One call on its way through.</summary>
internal sealed record BotCall(ViberBot Bot, JsonObject Body, CancellationToken CancellationToken)
{
    public string? Receiver => Text("receiver");

    /// <summary>A text of the body; null where it is missing or of another type.</summary>
    public string? Text(string name) => Body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>The door of the REST Bot API: <c>/pa/{method}</c>.</summary>
internal static class BotApi
{
    public static async Task HandleAsync(
        ViberSimulator simulator, HttpContext context, string method, CancellationToken cancellationToken)
    {
        if (Methods.Find(method) is not { } run || !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            // 1. Who calls what.
            var call = await ReadCallAsync(simulator, context.Request, method, cancellationToken);

            // 2. What is to go wrong before the method runs.
            var fault = simulator.Faults.Take(method, call.Receiver);
            if (await IsEndedAsync(context, fault, cancellationToken))
            {
                return;
            }

            // 3. The method.
            var answer = await run(call);

            // 4. The answer, or what is to go wrong with it.
            await AnswerAsync(context, answer, fault, cancellationToken);
        }
        catch (RefusedCallException refusal)
        {
            await WriteAsync(context.Response, Envelope(refusal.Status, refusal.Message).ToJsonString(), cancellationToken);
        }
        catch (Exception misread) when (misread is InvalidOperationException or FormatException)
        {
            // A member of the body was not of the type the API gives it.
            await WriteAsync(context.Response, Envelope(3, "There is an error in the request body").ToJsonString(), cancellationToken);
        }
    }

    private static async Task<BotCall> ReadCallAsync(
        ViberSimulator simulator, HttpRequest request, string method, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(request, cancellationToken);
        var token = request.Headers["X-Viber-Auth-Token"].FirstOrDefault() ?? (string?)body["auth_token"];
        simulator.Calls.Add(new RecordedCall(method, token, simulator.Time.GetUtcNow(), body));
        var bot = simulator.FindBot(token) ?? throw new RefusedCallException(2, "Invalid auth token");
        return new BotCall(bot, body, cancellationToken);
    }

    private static async Task<JsonObject> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length > 30 * 1024)
        {
            throw new RefusedCallException(3, "Request size is too large");
        }

        try
        {
            return JsonNode.Parse(buffer.ToArray()) as JsonObject ?? throw new RefusedCallException(3, "Json is not an object");
        }
        catch (JsonException)
        {
            throw new RefusedCallException(3, "Failed to parse json");
        }
    }

    /// <summary>Carries out a fault that comes before the method; whether nothing is left to do.</summary>
    private static async Task<bool> IsEndedAsync(HttpContext context, Fault? fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.Refusal refusal:
                throw new RefusedCallException(refusal.Status, refusal.Message);
            case Fault.HttpStatus broken:
                context.Response.StatusCode = broken.Code;
                context.Response.Headers.RetryAfter = broken.RetryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return true;
            case Fault.Hang hang:
                await hang.HoldAsync(cancellationToken);
                return false;
            default:
                return false;
        }
    }

    private static async Task AnswerAsync(HttpContext context, JsonObject answer, Fault? fault, CancellationToken cancellationToken)
    {
        if (fault is Fault.LostAnswer)
        {
            context.Abort();
            return;
        }

        var envelope = Envelope(0, "ok");
        foreach (var (name, value) in answer)
        {
            envelope[name] = value?.DeepClone();
        }

        await WriteAsync(
            context.Response, fault is Fault.InvalidJson ? "{\"status\":0,\"mess" : envelope.ToJsonString(PlainJson.Options), cancellationToken);
    }

    private static JsonObject Envelope(int status, string message) => new() { ["status"] = status, ["status_message"] = message };

    private static Task WriteAsync(HttpResponse response, string json, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json";
        return response.WriteAsync(json, Encoding.UTF8, cancellationToken);
    }
}
