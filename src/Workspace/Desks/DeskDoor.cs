using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Desks;

/// <summary>
/// The way in for what desks' servers call us with: (1) the desk was found, (2) take the raw bytes, (3) have the desk verify them, (4) have
/// it say what they ask of us and make that durable, (5) answer.
/// </summary>
internal sealed class DeskDoor(
    DeskWork work, IQuarantineStore quarantine, RelayDesks relay, ITransactions transactions, TimeProvider time, ILogger<DeskDoor> logger)
{
    /// <summary>A request to a desk's own address.</summary>
    public async Task ReceiveAsync(HttpContext context, LiveDesk desk)
    {
        // (1)
        if (!desk.Row.Enabled)
        {
            await RefuseAsync(context, desk, Problem.Of(StatusCodes.Status410Gone, "disabled", "This desk is switched off."));
            return;
        }

        // (2)
        if (await RequestBody.ReadAsync(context) is not { } body)
        {
            await RefuseAsync(
                context, desk, Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "A request has at most 4 MiB."));
            return;
        }

        // (3)
        var request = new WebhookRequest(
            body, new RequestHeaders(context.Request.Headers), new RequestQuery(context.Request), time.GetUtcNow());
        if (!desk.Kind.IsAuthentic(desk.Connection, request))
        {
            await RefuseAsync(
                context, desk, Problem.Of(StatusCodes.Status401Unauthorized, "not-authentic", "The signature or secret is missing or wrong."));
            return;
        }

        // (4), (5)
        try
        {
            await AnswerAsync(context, desk, await TakeAsync(desk, body, CancellationToken.None));
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException or RelayFullException)
        {
            logger.NotDurable(exception, desk.Row.Id);
            context.Response.Headers.RetryAfter = "5";
            await RefuseAsync(
                context, desk, Problem.Of(StatusCodes.Status503ServiceUnavailable, "not-durable", "It could not be taken now."));
        }
    }

    /// <summary>Makes durable what a request or a polled update asks of us.</summary>
    /// <exception cref="RelayFullException">It was not taken.</exception>
    public async ValueTask<DeskReception> TakeAsync(LiveDesk desk, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var reception = await desk.Kind.ReceiveAsync(desk, body, cancellationToken);
        if (reception.Unreadable is { } reason)
        {
            await QuarantineAsync(desk, body, reason, cancellationToken);
        }
        else if (reception.Tasks.Count > 0)
        {
            await work.AddAsync(desk.Row.Id, reception.Tasks, cancellationToken);
        }

        return reception;
    }

    private async Task AnswerAsync(HttpContext context, LiveDesk desk, DeskReception reception)
    {
        if (reception.Status >= StatusCodes.Status400BadRequest)
        {
            logger.Refused(desk.Row.Id, reception.Status);
        }

        context.Response.StatusCode = reception.Status;
        await WriteAsync(context, reception.Answer);
    }

    private async Task RefuseAsync(HttpContext context, LiveDesk desk, ProblemHttpResult problem)
    {
        logger.Refused(desk.Row.Id, problem.StatusCode);
        if (desk.Kind.Refusal(problem.StatusCode) is not { } answer)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = problem.StatusCode;
        await WriteAsync(context, answer);
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> answer)
    {
        if (!answer.IsEmpty)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        }
    }

    private async ValueTask QuarantineAsync(LiveDesk desk, ReadOnlyMemory<byte> body, string reason, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var item = new QuarantineItem
        {
            Id = Guid.CreateVersion7(now),
            Platform = $"desk-{desk.Row.Kind}",
            ReceivedAt = now,
            Reason = reason,
            Size = body.Length,
        };
        await transactions.WriteAsync(async transaction =>
        {
            await quarantine.AddAsync(transaction, item, relay.IsPassing(desk.Row) ? default : body);
            return true;
        }, cancellationToken);
        logger.Quarantined(desk.Row.Id, body.Length);
    }
}
