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
            var fault = simulator.Faults.Take(method, receiver => receiver == call.Receiver);
            if (fault is Refusal refusal)
            {
                throw new RefusedCallException(refusal.Status, refusal.Message);
            }

            if (await fault.PreventsAsync(context, cancellationToken))
            {
                return;
            }

            // 3. The method.
            var answer = await run(call);

            // 4. The answer, or what is to go wrong with it.
            if (!await fault.SpoilsAsync(context, cancellationToken))
            {
                await AnswerAsync(context.Response, answer, cancellationToken);
            }
        }
        catch (RefusedCallException refused)
        {
            await WriteAsync(context.Response, Envelope(refused.Status, refused.Message).ToJsonString(), cancellationToken);
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

    private static Task AnswerAsync(HttpResponse response, JsonObject answer, CancellationToken cancellationToken)
    {
        var envelope = Envelope(0, "ok");
        foreach (var (name, value) in answer)
        {
            envelope[name] = value?.DeepClone();
        }

        return WriteAsync(response, envelope.ToJsonString(PlainJson.Options), cancellationToken);
    }

    private static JsonObject Envelope(int status, string message) => new() { ["status"] = status, ["status_message"] = message };

    private static Task WriteAsync(HttpResponse response, string json, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json";
        return response.WriteAsync(json, Encoding.UTF8, cancellationToken);
    }
}
