using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Intake;

/// <summary>Writes what a platform wants to hear besides 200.</summary>
internal sealed class WebhookAnswers(TimeProvider time, ILogger<WebhookAnswers> logger)
{
    /// <summary>Shorter than any platform waits for us.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async ValueTask WriteAsync(HttpContext context, IAnsweringPlatform platform, LiveChannel channel, WebhookRequest request)
    {
        if (await FindAsync(platform, channel, request, context.RequestAborted) is not { } answer)
        {
            return;
        }

        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private async ValueTask<WebhookAnswer?> FindAsync(
        IAnsweringPlatform platform, LiveChannel channel, WebhookRequest request, CancellationToken aborted)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
        try
        {
            return await platform.AnswerAsync(channel.Connection, request, stop.Token).AsTask().WaitAsync(stop.Token);
        }
        catch (Exception exception) // the request is durable: it stays a 200, an empty one
        {
            logger.NoAnswer(exception, channel.Row.Id);
            return null;
        }
    }
}
