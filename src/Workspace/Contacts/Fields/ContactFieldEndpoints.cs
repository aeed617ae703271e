using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>Custom fields over HTTP.</summary>
internal static class ContactFieldEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/contact-fields").WithTags("Contacts");
        all.MapGet("", List).WithName("ListContactFields").RequireAuthorization(ApiPolicies.Operator);

        var admin = all.MapGroup("").RequireAuthorization(ApiPolicies.Admin);
        admin.MapPost("", Create).WithName("CreateContactField").WithIdempotency();
        admin.MapPatch("/{id:guid}", Change).WithName("ChangeContactField");
        admin.MapDelete("/{id:guid}", Remove).WithName("DeleteContactField");
    }

    private static async Task<Ok<Page<ContactFieldBody>>> List(IContactFieldStore fields, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<ContactFieldBody>(
            [.. (await fields.ListAsync(cancellationToken)).Select(ContactFieldBody.Of)], null));

    private static async Task<Results<Created<ContactFieldBody>, ProblemHttpResult>> Create(
        NewContactFieldBody body, CurrentOperator me, ContactFieldChanges changes, CancellationToken cancellationToken)
    {
        var created = await changes.CreateAsync(body, me, cancellationToken);
        return created.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Created($"/api/v1/contact-fields/{created.Value!.Id}", created.Value);
    }

    private static async Task<Results<Ok<ContactFieldBody>, ProblemHttpResult>> Change(
        Guid id, ContactFieldChangeBody body, CurrentOperator me, ContactFieldChanges changes, CancellationToken cancellationToken) =>
        (await changes.ChangeAsync(id, body, me, cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, CurrentOperator me, ContactFieldChanges changes, CancellationToken cancellationToken) =>
        await changes.RemoveAsync(id, me, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("field");
}

/// <summary>A custom field.</summary>
public sealed record ContactFieldBody(Guid Id, string Name, ContactFieldKind Kind, IReadOnlyList<string> Choices)
{
    internal static ContactFieldBody Of(ContactField field) => new(field.Id, field.Name, field.Kind, field.Choices);
}

/// <summary>A field to create. Its kind stays what it is.</summary>
public sealed record NewContactFieldBody(string? Name, ContactFieldKind? Kind, IReadOnlyList<string?>? Choices);

/// <summary>What changes of a field; null leaves it.</summary>
public sealed record ContactFieldChangeBody(string? Name, IReadOnlyList<string?>? Choices);
