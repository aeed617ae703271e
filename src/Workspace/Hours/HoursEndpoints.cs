using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Hours;

/// <summary>Hours as asked for: in a change what is absent stays.</summary>
public sealed record HoursChangeBody(
    string? Name, string? TimeZone, IReadOnlyList<WeekSpan>? Week, IReadOnlyList<ExceptionDay>? Exceptions, IReadOnlyList<ChannelId>? ChannelIds);

/// <summary>Hours over HTTP.</summary>
internal static class HoursEndpoints
{
    private const int LongestName = 100;
    private const int MostLines = 200;

    public static void MapHoursEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/hours").WithTags("Hours");
        group.MapGet("", List).WithName("ListHours").RequireAuthorization(ApiPolicies.Operator);
        group.MapGet("/{id:guid}", Get).WithName("GetHours").RequireAuthorization(ApiPolicies.Operator);
        group.MapGet("/{id:guid}/now", Now).WithName("GetHoursNow").RequireAuthorization(ApiPolicies.Operator);

        var admin = group.MapGroup("").RequireAuthorization(ApiPolicies.Admin);
        admin.MapPost("", Create).WithName("CreateHours").WithIdempotency();
        admin.MapPatch("/{id:guid}", Change).WithName("ChangeHours");
        admin.MapDelete("/{id:guid}", Delete).WithName("DeleteHours");
    }

    private static async Task<Ok<Page<BusinessHours>>> List(IHoursStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<BusinessHours>([.. await store.ListAsync(cancellationToken)], null));

    private static async Task<Results<Ok<BusinessHours>, ProblemHttpResult>> Get(
        Guid id, IHoursStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } hours ? TypedResults.Ok(hours) : Problem.NotFound("hours");

    private static async Task<Results<Ok<OpeningState>, ProblemHttpResult>> Now(
        Guid id, IHoursStore store, TimeProvider time, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } hours && Timetable.Read(hours, out var timetable) is null
            ? TypedResults.Ok(timetable!.At(time.GetUtcNow()))
            : Problem.NotFound("hours");

    private static async Task<Results<Created<BusinessHours>, ProblemHttpResult>> Create(
        HoursChangeBody body, CurrentOperator me, IHoursStore store, ChannelDirectory channels, IAuditStore audit, ITransactions transactions,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var hours = Apply(
            new BusinessHours
            {
                Id = Guid.CreateVersion7(now), Name = "", TimeZone = "UTC", Week = [], Exceptions = [], CreatedAt = now, UpdatedAt = now,
            },
            body);
        if (Check(hours, channels) is { } problem)
        {
            return problem;
        }

        await SaveAsync(hours, "hours.created", me, store, audit, transactions, cancellationToken);
        return TypedResults.Created($"/api/v1/hours/{hours.Id}", hours);
    }

    private static async Task<Results<Ok<BusinessHours>, ProblemHttpResult>> Change(
        Guid id, HoursChangeBody body, CurrentOperator me, IHoursStore store, ChannelDirectory channels, IAuditStore audit,
        ITransactions transactions, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } current)
        {
            return Problem.NotFound("hours");
        }

        var hours = Apply(current, body) with { UpdatedAt = time.GetStoredNow() };
        if (Check(hours, channels) is { } problem)
        {
            return problem;
        }

        await SaveAsync(hours, "hours.changed", me, store, audit, transactions, cancellationToken);
        return TypedResults.Ok(hours);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, CurrentOperator me, IHoursStore store, IAuditStore audit, ITransactions transactions, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var deleted = await transactions.WriteAsync(async transaction =>
        {
            if (!await store.DeleteAsync(transaction, id))
            {
                return false;
            }

            await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "hours.deleted", id.ToString(), null, time.GetStoredNow()));
            return true;
        }, cancellationToken);
        return deleted ? TypedResults.NoContent() : Problem.NotFound("hours");
    }

    private static async ValueTask SaveAsync(
        BusinessHours hours, string action, CurrentOperator me, IHoursStore store, IAuditStore audit, ITransactions transactions,
        CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await store.SaveAsync(transaction, hours);
            await audit.AddAsync(transaction, AuditEntry.Of(me.Id, action, hours.Id.ToString(), hours.Name, hours.UpdatedAt));
            return true;
        }, cancellationToken);

    private static BusinessHours Apply(BusinessHours hours, HoursChangeBody body) => hours with
    {
        Name = body.Name?.Trim() ?? hours.Name,
        TimeZone = body.TimeZone ?? hours.TimeZone,
        Week = body.Week ?? hours.Week,
        Exceptions = body.Exceptions ?? hours.Exceptions,
        ChannelIds = body.ChannelIds is { } ids ? [.. ids.Distinct()] : hours.ChannelIds,
    };

    private static ProblemHttpResult? Check(BusinessHours hours, ChannelDirectory channels) => hours switch
    {
        { Name.Length: 0 or > LongestName } => Problem.Invalid("name", $"A name has 1 to {LongestName} characters."),
        { Week.Count: > MostLines } => Problem.Invalid("week", $"A week has at most {MostLines} spans."),
        { Exceptions.Count: > MostLines } => Problem.Invalid("exceptions", $"There are at most {MostLines} exceptions."),
        _ when hours.ChannelIds.Any(id => channels.Find(id) is null) => Problem.Invalid("channelIds", "There is no such channel."),
        _ when Timetable.Read(hours, out _) is { } mistake => Problem.Invalid(mistake.Field, mistake.Detail),
        _ => null,
    };
}
