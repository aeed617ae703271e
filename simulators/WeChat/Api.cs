using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.WeChat;

/// <summary>One call of the API on its way through. The account is unknown while it asks for a token.</summary>
internal sealed record ApiCall(WeChatSimulator Simulator, HttpContext Context, OfficialAccount? Caller, string Body)
{
    public OfficialAccount Account => Caller ?? throw new RefusedCallException(41001, "access_token missing");

    public IQueryCollection Query => Context.Request.Query;

    public JsonObject Json => Parse() ?? throw new RefusedCallException(47001, "data format error");

    private JsonObject? Parse()
    {
        try
        {
            return JsonNode.Parse(Body) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            // To the API it is the same as JSON of another shape.
            return null;
        }
    }
}

/// <summary>The door of the API. It says no with status 200, as the real one does.</summary>
internal static class Api
{
    private static readonly Dictionary<string, Func<ApiCall, CancellationToken, Task<JsonNode?>>> Calls = new()
    {
        ["/cgi-bin/token"] = TokenCalls.ClassicAsync,
        ["/cgi-bin/stable_token"] = TokenCalls.StableAsync,
        ["/cgi-bin/message/custom/send"] = MessageCalls.SendAsync,
        ["/cgi-bin/message/custom/typing"] = MessageCalls.TypingAsync,
        ["/cgi-bin/message/template/send"] = MessageCalls.SendTemplateAsync,
        ["/cgi-bin/template/get_all_private_template"] = MessageCalls.ListTemplatesAsync,
        ["/cgi-bin/media/upload"] = MediaCalls.UploadAsync,
        ["/cgi-bin/media/get"] = MediaCalls.GetAsync,
        ["/cgi-bin/user/info"] = FollowerCalls.FindAsync,
        ["/cgi-bin/menu/create"] = MenuCalls.CreateAsync,
        ["/cgi-bin/menu/get"] = MenuCalls.GetAsync,
        ["/cgi-bin/menu/delete"] = MenuCalls.DeleteAsync,
    };

    public static async Task HandleAsync(WeChatSimulator simulator, HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value ?? "/";
        if (!Calls.TryGetValue(path, out var run))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // 1. Who calls with what.
        var body = context.Request.HasFormContentType ? "" : await new StreamReader(context.Request.Body).ReadToEndAsync(cancellationToken);
        simulator.Calls.Add(new RecordedCall(path, body, simulator.Time.GetUtcNow()));

        // 2. What is to go wrong before it runs.
        var fault = simulator.Faults.Take(path, openId => body.Contains($"\"{openId}\"", StringComparison.Ordinal));
        if (await fault.PreventsAsync(context, cancellationToken))
        {
            return;
        }

        // 3. The call; null when it has written its answer itself.
        var answer = await RunAsync(new ApiCall(simulator, context, Caller(simulator, context), body), run, fault, cancellationToken);

        // 4. The answer, or what is to go wrong with it.
        if (!await fault.SpoilsAsync(context, cancellationToken) && answer is not null)
        {
            context.Response.ContentType = "application/json; encoding=utf-8";
            await context.Response.WriteAsync(answer.ToJsonString(), cancellationToken);
        }
    }

    public static JsonObject Done() => new() { ["errcode"] = 0, ["errmsg"] = "ok" };

    private static OfficialAccount? Caller(WeChatSimulator simulator, HttpContext context) =>
        context.Request.Query["access_token"].ToString() is { Length: > 0 } token ? simulator.FindByToken(token) : null;

    private static async Task<JsonNode?> RunAsync(
        ApiCall call, Func<ApiCall, CancellationToken, Task<JsonNode?>> run, Fault? fault, CancellationToken cancellationToken)
    {
        try
        {
            if (fault is Refusal refusal)
            {
                throw new RefusedCallException(refusal.Code, refusal.Message);
            }

            if (call.Query["access_token"].ToString() is { Length: > 0 } token)
            {
                (call.Caller ?? throw new RefusedCallException(40001, "invalid credential, access_token is invalid or not latest"))
                    .Tokens.Check(token);
            }

            return await run(call, cancellationToken);
        }
        catch (RefusedCallException refused)
        {
            return new JsonObject { ["errcode"] = refused.Code, ["errmsg"] = $"{refused.Message} rid: 65a1-demo" };
        }
    }
}
