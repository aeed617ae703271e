using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>Notes about people over HTTP.</summary>
internal static class ContactNoteEndpoints
{
    public static void Map(RouteGroupBuilder contact)
    {
        var notes = contact.MapGroup("/notes");
        notes.MapGet("", List).WithName("ListContactNotes");
        notes.MapPost("", Add).WithName("AddContactNote").WithIdempotency();
        notes.MapPatch("/{noteId:guid}", Edit).WithName("EditContactNote");
        notes.MapDelete("/{noteId:guid}", Remove).WithName("DeleteContactNote");
    }

    private static async Task<Results<Ok<Page<ContactNoteBody>>, ProblemHttpResult>> List(
        Guid id, [AsParameters] PageQuery page, IContactStore contacts, IContactNoteStore notes, CancellationToken cancellationToken)
    {
        var list = $"contact-notes {id}";
        if (!page.TryReadPlace(list, out var before, out var limit, out var problem))
        {
            return problem!;
        }

        var contact = new ContactId(id);
        var found = await notes.ListAsync(contact, before, limit + 1, cancellationToken);
        if (found.Count == 0 && await contacts.FindAsync(contact, cancellationToken) is null)
        {
            return Problem.NotFound("contact");
        }

        ContactNoteBody[] items = [.. found.Take(limit).Select(ContactNoteBody.Of)];
        return TypedResults.Ok(new Page<ContactNoteBody>(items, found.Count > limit ? Paging.Write(list, items[^1].Id.ToString()) : null));
    }

    private static async Task<Results<Created<ContactNoteBody>, ProblemHttpResult>> Add(
        Guid id, ContactNoteRequest request, CurrentOperator me, ContactNotes notes, CancellationToken cancellationToken)
    {
        var added = await notes.AddAsync(new ContactId(id), request, me, cancellationToken);
        return added.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Created($"/api/v1/contacts/{id}/notes/{added.Value!.Id}", added.Value);
    }

    private static async Task<Results<Ok<ContactNoteBody>, ProblemHttpResult>> Edit(
        Guid id, Guid noteId, ContactNoteRequest request, CurrentOperator me, ContactNotes notes, CancellationToken cancellationToken) =>
        (await notes.EditAsync(new ContactId(id), noteId, request, me, cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, Guid noteId, CurrentOperator me, ContactNotes notes, CancellationToken cancellationToken) =>
        (await notes.RemoveAsync(new ContactId(id), noteId, me, cancellationToken)).Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.NoContent();
}
