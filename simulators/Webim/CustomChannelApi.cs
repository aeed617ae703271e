using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Webim;

/// <summary>The call is refused with a word of Webim's.</summary>
internal sealed class RefusedCallException(string error, int status, string? description = null) : Exception(description ?? error)
{
    public string Error { get; } = error;

    public int Status { get; } = status;

    public string? Description { get; } = description;
}

/// <summary>The door of the custom channel: messages of visitors, and the end of their chats.</summary>
internal static class CustomChannelApi
{
    public const string SendMessage = "send_message";
    public const string CloseChat = "close_chat";
    public const string Check = "check";

    /// <summary>Letters as they are.</summary>
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task HandleAsync(
        WebimSimulator simulator, HttpContext context, string method, CancellationToken cancellationToken)
    {
        var isPost = HttpMethods.IsPost(context.Request.Method);
        try
        {
            // 1. Who calls what.
            var body = isPost ? await ReadAsync(context.Request, cancellationToken) : [];
            var token = TokenOf(context.Request, body, simulator.Options.Names.Token);
            simulator.Calls.Add(new RecordedCall(isPost ? method : Check, token, simulator.Time.GetUtcNow(), body));

            // 2. What is to go wrong before it is looked at.
            var visitor = Text(body.At(simulator.Options.Names.VisitorId));
            var fault = simulator.Faults.Take(isPost ? method : Check, whom => whom == visitor);
            if (await PreventsAsync(fault, context, cancellationToken))
            {
                return;
            }

            // 3. The call.
            var account = simulator.FindAccount(token) ?? throw new RefusedCallException("unauthorized", StatusCodes.Status401Unauthorized);
            if (!isPost)
            {
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return;
            }

            Run(account, method, visitor ?? throw Missing("visitor_id"), body);

            // 4. The answer, or what is to go wrong with it.
            if (!await fault.SpoilsAsync(context, cancellationToken))
            {
                await WriteAsync(context.Response, StatusCodes.Status200OK, new JsonObject { ["result"] = "ok" }, cancellationToken);
            }
        }
        catch (RefusedCallException refused)
        {
            var words = new JsonObject { ["error"] = refused.Error, ["desc"] = refused.Description };
            await WriteAsync(context.Response, refused.Status, words, cancellationToken);
        }
    }

    /// <summary>A member by its path, as in <c>visitor.fields</c>.</summary>
    public static JsonNode? At(this JsonObject body, string path) =>
        path.Split('.').Aggregate((JsonNode?)body, (node, name) => (node as JsonObject)?[name]);

    private static void Run(WebimAccount account, string method, string visitorId, JsonObject body)
    {
        if (method == CloseChat)
        {
            account.FindVisitor(visitorId)?.CloseByVisitor();
            return;
        }

        var names = account.Simulator.Options.Names;
        var message = body.At(names.Message) as JsonObject ?? throw Missing("message");
        if (Text(message["id"]) is null)
        {
            throw Missing("message.id");
        }

        if (message["text"] is null && message["data"] is null)
        {
            throw new RefusedCallException("message_empty", StatusCodes.Status400BadRequest);
        }

        account.TakeVisitor(visitorId).Take(message, body.At(names.Fields) as JsonObject);
    }

    private static async Task<bool> PreventsAsync(Fault? fault, HttpContext context, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Refusal refusal:
                context.Response.Headers.RetryAfter = refusal.RetryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture);
                throw new RefusedCallException(refusal.Error, refusal.Status, refusal.Description);
            case HtmlPage page:
                context.Response.StatusCode = page.Status;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><body>Service is not available</body></html>", cancellationToken);
                return true;
            default:
                return await fault.PreventsAsync(context, cancellationToken);
        }
    }

    private static string? TokenOf(HttpRequest request, JsonObject body, string where) => where.Split(':') switch
    {
        ["query", var name] => request.Query[name],
        ["body", var name] => Text(body[name]),
        _ => request.Headers.Authorization.ToString().Split(' ') is ["Token", var token] ? token : null,
    };

    private static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject ?? throw Missing("visitor_id");
        }
        catch (JsonException)
        {
            throw new RefusedCallException("wrong-argument-value", StatusCodes.Status400BadRequest, "not JSON");
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static RefusedCallException Missing(string what) => new("argument-missing", StatusCodes.Status400BadRequest, what);

    private static Task WriteAsync(HttpResponse response, int status, JsonObject body, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return response.WriteAsync(body.ToJsonString(Plain), cancellationToken);
    }
}
