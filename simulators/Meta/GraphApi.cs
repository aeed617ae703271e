using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Meta;

/// <summary>The door of the Graph API: <c>/v25.0/{node}/{edge}</c>, and the addresses of files.</summary>
internal static class GraphApi
{
    public static async Task HandleAsync(MetaSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            if (parts is ["files", var id, ..])
            {
                await (simulator.Files.Find(id)?.WriteAsync(context.Response, cancellationToken) ?? RefuseFile(context));
                return;
            }

            var request = await GraphRequest.ReadAsync(simulator, context.Request, parts, cancellationToken);
            await WriteAsync(context, await AnswerAsync(simulator, context, request, cancellationToken), cancellationToken);
        }
        catch (GraphErrorException refusal)
        {
            context.Response.StatusCode = refusal.Status;
            if (refusal.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = $"{seconds}";
            }

            await WriteAsync(context, refusal.ToJson(), cancellationToken);
        }
    }

    /// <summary>The answer; null when there is none to give.</summary>
    private static async Task<JsonObject?> AnswerAsync(
        MetaSimulator simulator, HttpContext context, GraphRequest request, CancellationToken cancellationToken)
    {
        var account = request.Account;
        switch (request.Method, request.Edge)
        {
            case ("POST", "messages"):
                return await MessageAsync(simulator, context, request, cancellationToken);
            case ("POST", "message_attachments"):
                var file = request.File ?? throw new GraphErrorException(100, "(#100) Upload attachment failure.", 2018047);
                return new JsonObject { ["attachment_id"] = simulator.Files.Keep(file) };
            case ("POST", "subscribed_apps"):
                account.SubscribedFields = request.Query["subscribed_fields"];
                return Success();
            case ("DELETE", "subscribed_apps"):
                account.SubscribedFields = null;
                return Success();
            case ("POST", "messenger_profile"):
                account.Profile = request.Body;
                return new JsonObject { ["result"] = "success" };
            case ("GET", "messenger_profile"):
                var asked = request.Query["fields"].Split(',').Select(field => KeyValuePair.Create(field, account.Profile?[field]?.DeepClone()));
                var offered = new JsonObject(asked.Where(field => field.Value is not null));
                return new JsonObject { ["data"] = offered.Count > 0 ? new JsonArray(offered) : [] };
            case ("DELETE", "messenger_profile"):
                foreach (var field in request.Body["fields"]!.AsArray())
                {
                    account.Profile?.Remove((string)field!);
                }

                return new JsonObject { ["result"] = "success" };
            case ("GET", "message_templates") when account.Kind == MetaKind.Messenger:
                account.RequireTemplates();
                return new JsonObject { ["data"] = new JsonArray([.. account.Templates.Select(template => template.ToJson())]) };
            case ("GET", null):
                return Describe(account, request);
            default:
                throw new GraphErrorException(2500, "Unknown path components");
        }
    }

    private static async Task<JsonObject?> MessageAsync(
        MetaSimulator simulator, HttpContext context, GraphRequest request, CancellationToken cancellationToken)
    {
        var isMessage = request.Body["message"] is not null;
        var recipient = (string?)request.Body["recipient"]?["id"];
        var fault = isMessage ? simulator.Faults.Take("messages", whom => whom == recipient) : null;
        if (fault is Refusal refusal)
        {
            throw new GraphErrorException(refusal.Code, refusal.Message, refusal.Subcode, refusal.Status, refusal.RetryAfter);
        }

        if (await fault.PreventsAsync(context, cancellationToken))
        {
            return null;
        }

        var answer = await SendApi.RunAsync(request, cancellationToken);
        return await fault.SpoilsAsync(context, cancellationToken) ? null : answer;
    }

    private static JsonObject Describe(MetaAccount account, GraphRequest request)
    {
        if (request.Node == "me" || request.Node == account.Id)
        {
            return account.Kind == MetaKind.Messenger
                ? new JsonObject { ["id"] = account.Id }
                : new JsonObject { ["id"] = $"9{account.Id}", ["user_id"] = account.Id };
        }

        return account.FindCustomer(request.Node) switch
        {
            null => throw new GraphErrorException(100, "(#100) No matching user found", 2018001),
            { IsPrivate: true } => throw new GraphErrorException(230, "(#230) User consent is required to access user profile"),
            var customer => customer.ToProfileJson(),
        };
    }

    private static Task RefuseFile(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpContext context, JsonObject? answer, CancellationToken cancellationToken)
    {
        if (answer is not null)
        {
            context.Response.ContentType = "application/json; charset=UTF-8";
            await context.Response.WriteAsync(answer.ToJsonString(), cancellationToken);
        }
    }

    private static JsonObject Success() => new() { ["success"] = true };
}
