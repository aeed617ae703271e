using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>The calls of the Cloud API: who may make them, what goes wrong on purpose, and the answers.</summary>
internal static class GraphApi
{
    public static async Task HandleAsync(WhatsAppSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        var path = (context.Request.Path.Value ?? "").Trim('/').Split('/');
        var (version, id, edge) = (path[0], path.ElementAtOrDefault(1) ?? "", path.ElementAtOrDefault(2));
        try
        {
            var body = await ReadAsync(simulator, context.Request, edge, cancellationToken);
            var method = MethodOf(simulator, version, id, edge, body);
            simulator.Calls.Add(new RecordedCall(method, id, version, simulator.Time.GetUtcNow(), body));
            var number = NumberOf(simulator, context.Request, id);
            var fault = simulator.Faults.Take(method, whom => whom == number);
            if (await IsPreventedAsync(context, fault, cancellationToken))
            {
                return;
            }

            CheckToken(simulator, context.Request, id);
            var answer = Carry(simulator, context, method, id, body, fault);
            if (!await fault.SpoilsAsync(context, cancellationToken))
            {
                await AnswerAsync(context.Response, answer, cancellationToken);
            }
        }
        catch (RefusedCallException refused)
        {
            await RefuseAsync(context.Response, refused, cancellationToken);
        }
    }

    private static string MethodOf(WhatsAppSimulator simulator, string version, string id, string? edge, JsonObject body) => edge switch
    {
        "messages" when body.ContainsKey("status") => "read",
        not null => edge,
        null when version == "files" => "download",
        null when simulator.FindNumber(id) is not null => "number",
        null => "file",
    };

    /// <summary>Files know the number only by what the caller says.</summary>
    private static string NumberOf(WhatsAppSimulator simulator, HttpRequest request, string id) =>
        simulator.FindNumber(id) is null ? request.Query["phone_number_id"].ToString() : id;

    private static Task<bool> IsPreventedAsync(HttpContext context, Fault? fault, CancellationToken cancellationToken) =>
        fault is Refusal refusal
            ? throw new RefusedCallException(refusal.Code, refusal.Details, refusal.Status, refusal.Subcode)
            {
                RetryAfter = refusal.RetryAfter,
            }
            : fault.PreventsAsync(context, cancellationToken);

    private static void CheckToken(WhatsAppSimulator simulator, HttpRequest request, string id)
    {
        var token = AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) ? header.Parameter : null;
        if (!simulator.IsToken(token))
        {
            throw new RefusedCallException(190, "Invalid OAuth access token.", 401);
        }

        if (simulator.FindNumber(id) is { } number && number.Settings.AccessToken != token)
        {
            throw new RefusedCallException(10, "Application does not have permission for this action.", 403);
        }
    }

    private static object Carry(
        WhatsAppSimulator simulator, HttpContext context, string method, string id, JsonObject body, Fault? fault)
    {
        var number = simulator.FindNumber(id);
        return method switch
        {
            "messages" when number is not null => MessageCalls.Send(number, body, fault as FailsLater),
            "read" when number is not null => MessageCalls.MarkRead(number, body),
            "media" when number is not null => new JsonObject { ["id"] = (string)body["id"]! },
            "number" => new JsonObject
            {
                ["id"] = id,
                ["display_phone_number"] = number!.Settings.DisplayNumber,
                ["verified_name"] = "Sample shop",
                ["quality_rating"] = "GREEN",
            },
            "subscribed_apps" when simulator.IsAccount(id) => new JsonObject { ["success"] = true },
            "message_templates" when simulator.IsAccount(id) => new JsonObject
            {
                ["data"] = new JsonArray([.. simulator.TemplatesOf(id).Select(template => template.ToJson())]),
                ["paging"] = new JsonObject { ["cursors"] = new JsonObject { ["before"] = "MAZDZD", ["after"] = "MjQZD" } },
            },
            "file" when simulator.Files.Find(id) is { } file => new JsonObject
            {
                ["messaging_product"] = "whatsapp",
                ["url"] = $"{context.Request.Scheme}://{context.Request.Host}/files/{id}",
                ["mime_type"] = file.MimeType,
                ["file_size"] = file.Content.Length,
                ["id"] = id,
            },
            "download" when simulator.Files.Find(id) is { } file => file,
            _ => throw new RefusedCallException(100, $"Object with ID '{id}' does not exist.", 400, subcode: 33),
        };
    }

    private static Task AnswerAsync(HttpResponse response, object answer, CancellationToken cancellationToken)
    {
        if (answer is SimulatedFile file)
        {
            return file.WriteAsync(response, cancellationToken);
        }

        response.ContentType = "application/json";
        return response.WriteAsync(answer.ToString()!, cancellationToken);
    }

    private static async Task RefuseAsync(HttpResponse response, RefusedCallException refused, CancellationToken cancellationToken)
    {
        response.StatusCode = refused.Status;
        if (refused.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = $"{seconds}";
        }

        response.ContentType = "application/json";
        var error = new JsonObject
        {
            ["message"] = $"(#{refused.Code}) {refused.Message}",
            ["type"] = "OAuthException",
            ["code"] = refused.Code,
            ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = refused.Message },
            ["fbtrace_id"] = "AbcDefGhiJk0001",
        };
        if (refused.Subcode is { } subcode)
        {
            error["error_subcode"] = subcode;
        }

        await response.WriteAsync(new JsonObject { ["error"] = error }.ToJsonString(), cancellationToken);
    }

    /// <summary>JSON, or an upload, whose file goes to the shelf and whose id stands in for it.</summary>
    private static async Task<JsonObject> ReadAsync(
        WhatsAppSimulator simulator, HttpRequest request, string? edge, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType && edge == "media")
        {
            return await UploadCall.ReadAsync(simulator, request, cancellationToken);
        }

        if (!HttpMethods.IsPost(request.Method) || request.ContentLength is 0 or null)
        {
            return [];
        }

        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw new RefusedCallException(100, "Invalid parameter");
        }
    }
}
