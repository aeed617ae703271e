using System.Buffers;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Intake;

/// <summary>
/// The one HTTP door for all platforms: (1) the channel was found, (2) take the raw bytes, (3) have the platform verify them,
/// (4) make them durable, (5) answer. HOT: measured by the intake benchmark; a request opens no scope and makes no cancellation source.
/// </summary>
internal sealed class WebhookDoor(IIntake intake, IntakeMetrics metrics, TimeProvider time, ILogger<WebhookDoor> logger)
{
    /// <summary>Bytes of a request at most; more is 413.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    public async Task ReceiveAsync(HttpContext context, LiveChannel channel)
    {
        if (context.Features.Get<IHttpMetricsTagsFeature>() is { } tags)
        {
            tags.MetricsDisabled = true; // counted by platform and outcome instead, which says more and costs less
        }

        // (1) A disabled channel is as good as none: the platform keeps the message and tries again.
        if (!channel.Row.Enabled || channel.Platform is not IWebhookPlatform platform)
        {
            await RefuseAsync(context, channel, Problem.NotFound("channel"));
            return;
        }

        // (2)
        if (await ReadBodyAsync(context) is not { } body)
        {
            await RefuseAsync(
                context, channel, Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "A request has at most 4 MiB."));
            return;
        }

        // (3)
        var request = new WebhookRequest(
            body, new RequestHeaders(context.Request.Headers), new RequestQuery(context.Request.Query), time.GetUtcNow());
        if (!platform.IsAuthentic(channel.Connection, request))
        {
            await RefuseAsync(context, channel,
                Problem.Of(StatusCodes.Status401Unauthorized, "not-authentic", "The signature or secret is missing or wrong."));
            return;
        }

        // (4) and (5): the bare 200 is the default.
        try
        {
            await intake.AcceptAsync(channel, body, CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
        {
            logger.NotDurable(exception, channel.Row.Id);
            context.Response.Headers.RetryAfter = "5";
            await RefuseAsync(
                context, channel, Problem.Of(StatusCodes.Status503ServiceUnavailable, "not-durable", "It could not be stored now."));
        }
    }

    /// <summary>Turns a request away; the channel is null when it was for none of ours.</summary>
    public Task RefuseAsync(HttpContext context, LiveChannel? channel, ProblemHttpResult problem)
    {
        metrics.Refused(channel?.Row.Platform);
        return problem.ExecuteAsync(context);
    }

    private static async ValueTask<byte[]?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null; // the API's own limit is smaller; ours is counted below
        }

        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.Buffer.Length > MostBytes)
            {
                reader.AdvanceTo(read.Buffer.End); // the server drains the rest, and cannot while a read is open
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
