using System.Buffers;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Intake;

/// <summary>
/// The one HTTP door for all platforms: (1) find the channel, (2) take the raw bytes, (3) have the platform verify them,
/// (4) make them durable, (5) answer. HOT: measured by the intake benchmark.
/// </summary>
public static class WebhookEndpoints
{
    /// <summary>Bytes of a request at most; more is 413.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Maps the door for whoever did not find it open already: no such channel, or GET.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        const string Door = "/api/v1/communications/webhooks/{platform}/{channelId}";
        routes.MapPost(Door, ReceiveAsync).ShortCircuit().ExcludeFromDescription();
        routes.MapGet(Door, VerifyAsync).ShortCircuit().ExcludeFromDescription();
    }

    /// <summary>
    /// Opens the door by a channel's address or its own short path, before all else: these requests carry signatures instead of keys, and
    /// everything they would pass on the way to the router costs more than finding the channel.
    /// </summary>
    public static void UseWebhooks(this IApplicationBuilder app)
    {
        var directory = app.ApplicationServices.GetRequiredService<ChannelDirectory>();
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (directory.FindByPath(request.Path.Value!) is not { } channel)
            {
                return next(context);
            }

            if (HttpMethods.IsPost(request.Method))
            {
                return ReceiveAsync(context, channel);
            }

            request.Path = channel.WebhookPath;
            return next(context);
        });
    }

    private static Task ReceiveAsync(HttpContext context) => FindChannel(context) is { } channel
        ? ReceiveAsync(context, channel)
        : RefuseAsync(context, null, Problem.NotFound("channel"));

    /// <summary>None of the platforms there are asks to be verified by GET, so whoever does is not our platform.</summary>
    private static Task VerifyAsync(HttpContext context) => FindChannel(context) is null
        ? Problem.NotFound("channel").ExecuteAsync(context)
        : Problem.Of(StatusCodes.Status403Forbidden, "not-verified", "This platform is not verified by GET.").ExecuteAsync(context);

    private static LiveChannel? FindChannel(HttpContext context)
    {
        var route = context.Request.RouteValues;
        var directory = context.RequestServices.GetRequiredService<ChannelDirectory>();
        var channel = Guid.TryParse(route["channelId"] as string, out var id) ? directory.Find(new ChannelId(id)) : null;
        return channel?.Row.Platform == (string?)route["platform"] ? channel : null;
    }

    private static async Task ReceiveAsync(HttpContext context, LiveChannel channel)
    {
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
        var services = context.RequestServices;
        var request = new WebhookRequest(body, new RequestHeaders(context.Request.Headers), new RequestQuery(context.Request.Query),
            services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!platform.IsAuthentic(channel.Connection, request))
        {
            await RefuseAsync(context, channel,
                Problem.Of(StatusCodes.Status401Unauthorized, "not-authentic", "The signature or secret is missing or wrong."));
            return;
        }

        // (4) and (5): the bare 200 is the default.
        try
        {
            await services.GetRequiredService<IIntake>().AcceptAsync(channel, body, CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
        {
            services.GetRequiredService<ILogger<IIntake>>().NotDurable(exception, channel.Row.Id);
            context.Response.Headers.RetryAfter = "5";
            await RefuseAsync(
                context, channel, Problem.Of(StatusCodes.Status503ServiceUnavailable, "not-durable", "It could not be stored now."));
        }
    }

    private static Task RefuseAsync(HttpContext context, LiveChannel? channel, ProblemHttpResult problem)
    {
        context.RequestServices.GetRequiredService<IntakeMetrics>().Refused(channel?.Row.Platform);
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
            var read = await reader.ReadAsync(context.RequestAborted);
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
