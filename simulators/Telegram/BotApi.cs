using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Rozmova.Simulators.Telegram.Methods;

namespace Rozmova.Simulators.Telegram;

/// <summary>The door of the Bot API: <c>/bot{token}/{method}</c>. The benchmarks knock here tens of thousands of times.</summary>
internal static partial class BotApi
{
    /// <summary>50 MB of file and some room for the rest of the form.</summary>
    public const long LargestRequest = 60 * 1024 * 1024;

    public static async Task HandleAsync(
        TelegramSimulator simulator, HttpContext context, string path, CancellationToken cancellationToken)
    {
        try
        {
            // 1. Who calls what.
            var call = await ReadCallAsync(simulator, context.Request, path, cancellationToken);

            // 2. What is to go wrong before the method runs.
            var fault = simulator.Faults.Take(call.Method.Name, chat => chat == $"{call.ChatId}");
            if (await IsPreventedAsync(context, fault, cancellationToken))
            {
                return;
            }

            // 3. The method.
            var answer = await call.RunAsync(cancellationToken);

            // 4. The answer, or what is to go wrong with it.
            if (!await fault.SpoilsAsync(context, cancellationToken))
            {
                await answer.WriteAsync(context.Response, cancellationToken);
            }
        }
        catch (RefusedCallException refusal)
        {
            await Answer.WriteRefusalAsync(context.Response, refusal, cancellationToken);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Answer.WriteRefusalAsync(
                context.Response, new RefusedCallException(413, "Request Entity Too Large"), cancellationToken);
        }
    }

    private static async Task<BotCall> ReadCallAsync(
        TelegramSimulator simulator, HttpRequest request, string path, CancellationToken cancellationToken)
    {
        var slash = path.IndexOf('/', 1);
        if (slash < 0 || !TokenSyntax().IsMatch(path.AsSpan(4, slash - 4)))
        {
            throw new RefusedCallException(404, "Not Found");
        }

        var bot = simulator.FindBot(path[4..slash]) ?? throw new RefusedCallException(401, "Unauthorized");
        var method = MethodTable.Find(path[(slash + 1)..]) ?? throw new RefusedCallException(404, "Not Found: method not found");
        var parameters = await CallParameters.ReadAsync(request, cancellationToken);
        return Record(new BotCall(bot, method, parameters));
    }

    private static BotCall Record(BotCall call)
    {
        call.Bot.Simulator.Calls.Add(new RecordedCall(
            call.Method.Name, call.Bot.Id, call.ChatId, call.Bot.Time.GetUtcNow(), call.Parameters.Values));
        return call;
    }

    private static Task<bool> IsPreventedAsync(HttpContext context, Fault? fault, CancellationToken cancellationToken) =>
        fault is Refusal refusal
            ? throw new RefusedCallException(refusal.Code, refusal.Description, refusal.RetryAfter)
            : fault.PreventsAsync(context, cancellationToken);

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex TokenSyntax();
}
