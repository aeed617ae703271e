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
        var fault = simulator.Faults.Take(Faults.Download, chatId: null);
        await SendAsync(context, stored.File.Content, fault, simulator.Time, cancellationToken);
    }

    private static async Task SendAsync(
        HttpContext context, ReadOnlyMemory<byte> content, Fault? fault, TimeProvider time, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = "application/octet-stream";
        switch (fault)
        {
            case Fault.Refusal refusal:
                await Answer.WriteRefusalAsync(
                    response, new RefusedCallException(refusal.Code, refusal.Description, refusal.RetryAfter), cancellationToken);
                return;
            case Fault.Hang hang:
                await hang.HoldAsync(cancellationToken);
                break;
            case Fault.SlowAnswer slow:
                await Task.Delay(slow.Delay, time, cancellationToken);
                break;
            case Fault.OversizedFile oversized:
                await WriteZerosAsync(response, oversized.Bytes, cancellationToken);
                return;
            case Fault.CutFile or Fault.LostAnswer:
                response.ContentLength = content.Length;
                await response.Body.WriteAsync(content[..(content.Length / 2)], cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
                context.Abort();
                return;
        }

        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, cancellationToken);
    }

    /// <summary>Announces no length, as a server would that lies about it.</summary>
    private static async Task WriteZerosAsync(HttpResponse response, long count, CancellationToken cancellationToken)
    {
        var block = new byte[64 * 1024];
        for (var left = count; left > 0; left -= block.Length)
        {
            await response.Body.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), cancellationToken);
        }
    }
}
