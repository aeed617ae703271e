using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Intake;

/// <summary>
/// The one HTTP door for all platforms: (1) the channel was found, (2) take the raw bytes, (3) have the platform verify them,
/// (4) make them durable, (5) answer. HOT: measured by the intake benchmark; a request opens no scope and makes no cancellation source.
/// </summary>
internal sealed class WebhookDoor(
    IIntake intake, AccountRouter router, WebhookAnswers answers, IntakeMetrics metrics, TimeProvider time, ILogger<WebhookDoor> logger)
{
    private const string RetrySeconds = "5";

    /// <summary>A request to a channel's own address.</summary>
    public async Task ReceiveAsync(HttpContext context, LiveChannel channel)
    {
        CountOurselves(context);

        // (1) A disabled channel is as good as none: the platform keeps the message and tries again.
        if (!channel.Row.Enabled || channel.Platform is not IWebhookPlatform platform)
        {
            await RefuseAsync(context, channel.Row.Platform, Problem.NotFound("channel"));
            return;
        }

        // (2)
        if (await RequestBody.ReadAsync(context) is not { } body)
        {
            await RefuseAsync(context, channel.Row.Platform, TooLarge());
            return;
        }

        // (3)
        var request = RequestOf(context, body);
        if (!platform.IsAuthentic(channel.Connection, request))
        {
            await RefuseAsync(context, channel.Row.Platform, NotAuthentic());
            return;
        }

        // (4) and (5): the bare 200 is the default.
        try
        {
            if (platform is IHintedPlatform hinted)
            {
                await TakeHintAsync(hinted, channel, request);
            }
            else if (platform is IRoutedPlatform routed)
            {
                var opened = routed.Open(body);
                var found = router.Find(routed, request, opened.Accounts, channel);
                await AcceptAsync(routed, request, opened, found ?? new Destinations([], HasStrangers: true, PassingEvents.Concerns(channel)));
            }
            else
            {
                await intake.AcceptAsync(channel, body, opened: null, CancellationToken.None);
            }
        }
        catch (CannotRelayException refused)
        {
            await LeaveAsync(context, channel.Row.Platform, refused);
            return;
        }
        catch (Exception exception) when (IsNotDurable(exception))
        {
            logger.NotDurable(exception, channel.Row.Id);
            await RefuseAsync(context, channel.Row.Platform, TryLater(context));
            return;
        }

        if (platform is IAnsweringPlatform answering)
        {
            await answers.WriteAsync(context, answering, channel, request);
        }
    }

    /// <summary>A request to the one address of all channels of a platform: the same steps, the channels found by what it says.</summary>
    public async Task ReceiveAsync(HttpContext context, IRoutedPlatform platform)
    {
        CountOurselves(context);
        if (await RequestBody.ReadAsync(context) is not { } body)
        {
            await RefuseAsync(context, platform.Key, TooLarge());
            return;
        }

        var request = RequestOf(context, body);
        var opened = platform.Open(body);
        if (router.Find(platform, request, opened.Accounts, addressed: null) is not { } destinations)
        {
            await RefuseAsync(context, platform.Key, NotAuthentic());
            return;
        }

        try
        {
            await AcceptAsync(platform, request, opened, destinations);
        }
        catch (CannotRelayException refused)
        {
            await LeaveAsync(context, platform.Key, refused);
            return;
        }
        catch (Exception exception) when (IsNotDurable(exception))
        {
            logger.PlatformNotDurable(exception, platform.Key);
            await RefuseAsync(context, platform.Key, TryLater(context));
            return;
        }

        if (platform is IAnsweringPlatform answering && destinations.Channels is [var first, ..])
        {
            await answers.WriteAsync(context, answering, first, request);
        }
    }

    /// <summary>Turns a request away; the platform is null when it was for none of ours.</summary>
    public Task RefuseAsync(HttpContext context, string? platform, ProblemHttpResult problem)
    {
        metrics.Refused(platform);
        return problem.ExecuteAsync(context);
    }

    /// <summary>There is nothing in it to keep: what it speaks of is polled. One that cannot be read is shown to an admin all the same.</summary>
    private async ValueTask TakeHintAsync(IHintedPlatform platform, LiveChannel channel, WebhookRequest request)
    {
        try
        {
            platform.Hint(channel.Connection, request);
            metrics.Ignored(channel.Row.Platform);
        }
        catch (UnreadableWebhookException exception)
        {
            await intake.QuarantineAsync(channel, request.Body, exception.Message, CancellationToken.None);
        }
    }

    private Task LeaveAsync(HttpContext context, string platform, CannotRelayException refused)
    {
        logger.NotRelayed(platform, refused.Message);
        context.Response.Headers.RetryAfter = RetrySeconds;
        return RefuseAsync(context, platform, Problem.Of(StatusCodes.Status503ServiceUnavailable, "cannot-relay", refused.Message));
    }

    // Whoever fails in the middle lets the platform send all of it again: what is durable already is recognised.
    private async ValueTask AcceptAsync(
        IRoutedPlatform platform, WebhookRequest request, IOpenedRequest opened, Destinations destinations)
    {
        foreach (var channel in destinations.Channels)
        {
            await intake.AcceptAsync(channel, request.Body, opened, CancellationToken.None);
        }

        if (destinations.HasStrangers)
        {
            await intake.QuarantineAsync(
                platform.Key, request.Body, destinations.IsPassing, "It is for an account that no channel stands for.", CancellationToken.None);
        }
    }

    private static void CountOurselves(HttpContext context)
    {
        if (context.Features.Get<IHttpMetricsTagsFeature>() is { } tags)
        {
            tags.MetricsDisabled = true; // counted by platform and outcome instead, which says more and costs less
        }
    }

    private WebhookRequest RequestOf(HttpContext context, byte[] body) =>
        new(body, new RequestHeaders(context.Request.Headers), new RequestQuery(context.Request), time.GetUtcNow());

    private static bool IsNotDurable(Exception exception) => exception is DbException or IOException or TimeoutException;

    private static ProblemHttpResult TooLarge() =>
        Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "A request has at most 4 MiB.");

    private static ProblemHttpResult NotAuthentic() =>
        Problem.Of(StatusCodes.Status401Unauthorized, "not-authentic", "The signature or secret is missing or wrong.");

    private static ProblemHttpResult TryLater(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetrySeconds;
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, "not-durable", "It could not be stored now.");
    }
}
