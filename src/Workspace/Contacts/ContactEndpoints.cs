using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>Contacts over HTTP.</summary>
public static class ContactEndpoints
{
    /// <summary>Maps them below <c>/api/v1</c>.</summary>
    public static void MapContacts(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/contacts").WithTags("Contacts").RequireAuthorization(ApiPolicies.Operator);
        all.MapGet("", List).WithName("ListContacts");
        all.MapGet("/labels", ListLabels).WithName("ListContactLabels");
        ContactFieldEndpoints.Map(api);

        var one = all.MapGroup("/{id:guid}");
        one.MapGet("", Get).WithName("GetContact");
        one.MapPatch("", Update).WithName("UpdateContact").DescribeBody<ContactChangeRequest>("application/json");
        one.MapDelete("", Erase).WithName("EraseContact");
        one.MapPost("/labels", Label).WithName("LabelContact");
        one.MapGet("/conversations", ListConversations).WithName("ListContactConversations");
        one.MapGet("/messages", TimelineEndpoint.List).WithName("ListContactMessages");
        one.MapGet("/export", ContactExport.Download).WithName("ExportContact").Produces<ContactExportBody>();
        ContactNoteEndpoints.Map(one);
        MergeEndpoints.Map(one);
    }

    private static async Task<Results<Ok<Page<ContactBody>>, ProblemHttpResult>> List(
        string? q, string? label, string? platform, [AsParameters] PageQuery page, IContactStore contacts, CancellationToken cancellationToken)
    {
        var filter = new ContactFilter { Query = string.IsNullOrWhiteSpace(q) ? null : q, Label = label, Platform = platform };
        var list = $"contacts {filter}";
        if (new[] { q, label, platform }.Any(text => text?.Contains('\0') == true))
        {
            return Problem.Invalid("q", "No text contains the character 0.");
        }

        if (!page.TryReadLimit(out var limit, out var problem) || !page.TryReadCursor(list, 1, out var place, out problem))
        {
            return problem!;
        }

        ContactId? after = place is [var last] ? new ContactId(Guid.Parse(last)) : null;
        var rows = await contacts.ListAsync(filter, after, limit + 1, cancellationToken);
        List<ContactBody> items = [.. rows.Take(limit).Select(ContactBodies.Of)];
        return TypedResults.Ok(new Page<ContactBody>(items, rows.Count > limit ? Paging.Write(list, items[^1].Id.ToString()) : null));
    }

    private static async Task<Ok<Page<string>>> ListLabels(IContactStore contacts, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<string>(await contacts.ListLabelsAsync(cancellationToken), null));

    private static async Task<Results<Ok<ContactBody>, ProblemHttpResult>> Label(
        Guid id, LabelsRequest request, ContactChanges contacts, CancellationToken cancellationToken) =>
        (await contacts.LabelAsync(new ContactId(id), request, cancellationToken)).ToOk();

    private static async Task<Results<Ok<ContactBody>, ProblemHttpResult>> Get(
        Guid id, ContactBodies bodies, CancellationToken cancellationToken) =>
        await bodies.FindAsync(new ContactId(id), cancellationToken) is { } body ? TypedResults.Ok(body) : Problem.NotFound("contact");

    private static async Task<Results<Ok<ContactBody>, ProblemHttpResult>> Update(
        Guid id, JsonElement changes, ContactChanges contacts, CancellationToken cancellationToken) =>
        (await contacts.UpdateAsync(new ContactId(id), changes, cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Erase(
        Guid id, CurrentOperator me, ContactChanges contacts, CancellationToken cancellationToken) =>
        (await contacts.EraseAsync(new ContactId(id), me, cancellationToken)).Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.NoContent();

    private static async Task<Results<Ok<Page<ConversationBody>>, ProblemHttpResult>> ListConversations(
        Guid id, [AsParameters] PageQuery page, IContactStore contacts, IConversationStore conversations, ConversationBodies bodies,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var contact = new ContactId(id);
        return await contacts.FindAsync(contact, cancellationToken) is null
            ? Problem.NotFound("contact")
            : await InboxEndpoint.ReadPageAsync(
                new ConversationFilter { ContactId = contact }, page, conversations, bodies, time, cancellationToken);
    }
}

/// <summary>
/// What may be changed of a contact: what is absent stays, null empties. Values of custom fields go by the field's id. Read by member, which
/// tells absent from null.
/// </summary>
public sealed record ContactChangeRequest(
    string? Name, string? Language, string? Phone, string? Email, IReadOnlyDictionary<string, string?>? Fields);
