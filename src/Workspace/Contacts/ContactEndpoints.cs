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

        var one = all.MapGroup("/{id:guid}");
        one.MapGet("", Get).WithName("GetContact");
        one.MapPatch("", Update).WithName("UpdateContact").DescribeBody<ContactChangeRequest>("application/json");
        one.MapDelete("", Erase).WithName("EraseContact");
        one.MapGet("/conversations", ListConversations).WithName("ListContactConversations");
        one.MapGet("/export", Export).WithName("ExportContact").Produces<ContactExportBody>();
    }

    private static async Task<Results<Ok<Page<ContactBody>>, ProblemHttpResult>> List(
        string? q, [AsParameters] PageQuery page, IContactStore contacts, CancellationToken cancellationToken)
    {
        var list = $"contacts {q}";
        if (q?.Contains('\0') == true)
        {
            return Problem.Invalid("q", "No text contains the character 0.");
        }

        if (!page.TryReadLimit(out var limit, out var problem) || !page.TryReadCursor(list, 1, out var place, out problem))
        {
            return problem!;
        }

        ContactId? after = place is [var last] ? new ContactId(Guid.Parse(last)) : null;
        var rows = await contacts.ListAsync(string.IsNullOrWhiteSpace(q) ? null : q, after, limit + 1, cancellationToken);
        List<ContactBody> items = [.. rows.Take(limit).Select(ContactBodies.Of)];
        return TypedResults.Ok(new Page<ContactBody>(items, rows.Count > limit ? Paging.Write(list, items[^1].Id.ToString()) : null));
    }

    private static async Task<Results<Ok<ContactBody>, ProblemHttpResult>> Get(
        Guid id, ContactBodies bodies, CancellationToken cancellationToken) =>
        await bodies.FindAsync(new ContactId(id), cancellationToken) is { } body ? TypedResults.Ok(body) : Problem.NotFound("contact");

    private static async Task<Results<Ok<ContactBody>, ProblemHttpResult>> Update(
        Guid id, JsonElement changes, ContactChanges contacts, CancellationToken cancellationToken) =>
        (await contacts.UpdateAsync(new ContactId(id), changes, cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Erase(
        Guid id, ContactChanges contacts, CancellationToken cancellationToken) =>
        (await contacts.EraseAsync(new ContactId(id), cancellationToken)).Refusal is { } refusal
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

    private static async Task<IResult> Export(
        Guid id, HttpContext context, ContactBodies contacts, IConversationStore conversations, ConversationBodies bodies,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(new ContactId(id), cancellationToken) is not { } contact)
        {
            return Problem.NotFound("contact");
        }

        await using var writer = ConversationExport.Open(context, $"contact-{id}.json");
        writer.WriteStartObject();
        writer.WritePropertyName("contact");
        JsonSerializer.Serialize(writer, contact, ApiJson.Readable.ContactBody);
        writer.WriteStartArray("conversations");
        var filter = new ConversationFilter { ContactId = contact.Id };
        foreach (var row in await conversations.ListAsync(filter, time.GetUtcNow(), null, int.MaxValue, cancellationToken))
        {
            await ConversationExport.WriteAsync(writer, await bodies.OfAsync(row, cancellationToken), conversations, cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        return Results.Empty;
    }
}

/// <summary>What may be changed of a contact: what is absent stays, null empties. Read by member, which tells the two apart.</summary>
public sealed record ContactChangeRequest(string? Name, string? Language, string? Phone, string? Email);

/// <summary>A contact with all that was said, as it is streamed.</summary>
public sealed record ContactExportBody(ContactBody Contact, IReadOnlyList<ConversationExportBody> Conversations);
