using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram;

/// <summary><c>/file/bot{token}/{file_path}</c>.</summary>
internal static class FileDownload
{
    public static async Task HandleAsync(
        TelegramSimulator simulator, HttpContext context, string path, CancellationToken cancellationToken)
    {
        const int tokenAt = 9;
        var slash = path.IndexOf('/', tokenAt);
        var bot = slash < 0 ? null : simulator.FindBot(path[tokenAt..slash]);
        if (bot?.Files.FindByPath(path[(slash + 1)..]) is not { } stored)
        {
            await Answer.WriteRefusalAsync(context.Response, new RefusedCallException(404, "Not Found"), cancellationToken);
            return;
        }

        simulator.Calls.Add(new RecordedCall(Faults.Download, bot.Id, null, simulator.Time.GetUtcNow(), []));
        var fault = simulator.Faults.Take(Faults.Download, concerns: _ => false);
        if (!await fault.PreventsAsync(context, cancellationToken))
        {
            await SendAsync(context, stored.File.Content, fault, cancellationToken);
        }
    }

    private static async Task SendAsync(
        HttpContext context, ReadOnlyMemory<byte> content, Fault? fault, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = "application/octet-stream";
        switch (fault)
        {
            case Refusal refusal:
                await Answer.WriteRefusalAsync(
                    response, new RefusedCallException(refusal.Code, refusal.Description, refusal.RetryAfter), cancellationToken);
                return;
            case CutFile or Fault.LostAnswer:
                response.ContentLength = content.Length;
                await response.Body.WriteAsync(content[..(content.Length / 2)], cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
                context.Abort();
                return;
        }

        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, cancellationToken);
    }
}
