using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.SellerCrm;

/// <summary>One call on its way through.</summary>
internal sealed record CrmCall(
    SellerCrmSimulator Simulator, SellerAccount Seller, HttpRequest Request, JsonNode? Body, CancellationToken CancellationToken)
{
    public long? Order => Number("id_i");

    public long? Number(string name) => CrmDoor.Digits(Request.Query[name]);
}

/// <summary>What is answered: a status, and JSON or nothing.</summary>
internal sealed record CrmAnswer(JsonNode? Json, int Status = StatusCodes.Status200OK)
{
    public static CrmAnswer Nothing { get; } = new(Json: null);

    public static CrmAnswer Refuse(int status, int retval, string description) => new(
        new JsonObject { ["retval"] = retval, ["desc"] = description, ["endesc"] = description }, status);
}

/// <summary>The door of the CRM: finds the call, checks the token, lets go wrong what shall, and answers.</summary>
internal static class CrmDoor
{
    public static async Task HandleAsync(SellerCrmSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        var (name, run) = CrmCalls.Find(context.Request);
        var order = Digits(context.Request.Query["id_i"]);
        var body = await ReadBodyAsync(context.Request, cancellationToken);
        var seller = simulator.FindSellerByToken(context.Request.Query["token"]);
        simulator.Calls.Add(new RecordedCall(name, seller?.Id, order, context.Request.QueryString.Value ?? "", simulator.Time.GetUtcNow(), body));
        var fault = simulator.Faults.Take(name, whom => whom == Id(order) || whom == Id(seller?.Id));
        if (await PreventsAsync(fault, context, cancellationToken))
        {
            return;
        }

        if (name == Faults.Download)
        {
            await DownloadAsync(simulator, context, cancellationToken);
            return;
        }

        var answer = name == CrmCalls.SignIn
            ? CrmCalls.GiveToken(simulator, body)
            : seller is not null
                ? await run(new CrmCall(simulator, seller, context.Request, body, cancellationToken))
                : CrmAnswer.Refuse(StatusCodes.Status401Unauthorized, 1, "Token is not valid");
        if (!await fault.SpoilsAsync(context, cancellationToken))
        {
            await WriteAsync(context.Response, answer, isHalf: fault is HalfAnswer, cancellationToken);
        }
    }

    public static long? Digits(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Id(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static async Task<bool> PreventsAsync(Fault? fault, HttpContext context, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Refusal refusal:
                await WriteAsync(context.Response, AnswerOf(refusal), isHalf: false, cancellationToken);
                return true;
            case MaintenancePage:
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync("<!doctype html><html><body><h1>UPDATING</h1></body></html>", cancellationToken);
                return true;
            default:
                return await fault.PreventsAsync(context, cancellationToken);
        }
    }

    private static CrmAnswer AnswerOf(Refusal refusal) => new(new JsonObject
    {
        ["retval"] = refusal.Retval,
        ["desc"] = "",
        ["retdesc"] = refusal.Description,
        ["errors"] = refusal.Code is null
            ? null
            : new JsonArray(new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Description }),
    });

    private static async Task<JsonNode?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            // The call sees that there is none and says so.
            return null;
        }
    }

    private static async Task WriteAsync(HttpResponse response, CrmAnswer answer, bool isHalf, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        if (answer.Json is null)
        {
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        var json = answer.Json.ToJsonString();
        await response.WriteAsync(isHalf ? json[..(json.Length / 2)] : json, Encoding.UTF8, cancellationToken);
    }

    /// <summary>Files are at addresses anyone may fetch.</summary>
    private static async Task DownloadAsync(SellerCrmSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        var id = context.Request.Path.Value!.Split('/') is ["", "files", var found, _] ? found : null;
        if (simulator.Files.Find(id) is { } file)
        {
            await file.WriteAsync(context.Response, cancellationToken);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
