using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>Everything there is about a person as one JSON document, streamed.</summary>
internal static class ContactExport
{
    public static async Task<IResult> Download(
        Guid id, HttpContext context, ContactBodies contacts, IContactFieldStore fields, IContactNoteStore notes,
        IConversationStore conversations, ConversationBodies bodies, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(new ContactId(id), cancellationToken) is not { } contact)
        {
            return Problem.NotFound("contact");
        }

        await using var writer = ConversationExport.Open(context, $"contact-{id}.json");
        writer.WriteStartObject();
        writer.WritePropertyName("contact");
        JsonSerializer.Serialize(writer, contact, ApiJson.Readable.ContactBody);
        writer.WriteStartArray("fields");
        foreach (var field in (await fields.ListAsync(cancellationToken)).Where(field => contact.Fields.ContainsKey(field.Id.ToString())))
        {
            JsonSerializer.Serialize(writer, ContactFieldBody.Of(field), ApiJson.Readable.ContactFieldBody);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes");
        foreach (var note in await notes.ListAsync(contact.Id, null, int.MaxValue, cancellationToken))
        {
            JsonSerializer.Serialize(writer, ContactNoteBody.Of(note), ApiJson.Readable.ContactNoteBody);
        }

        writer.WriteEndArray();
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

/// <summary>A contact with all that was said and noted, as it is streamed. The fields are those the contact has values of.</summary>
public sealed record ContactExportBody(
    ContactBody Contact, IReadOnlyList<ContactFieldBody> Fields, IReadOnlyList<ContactNoteBody> Notes,
    IReadOnlyList<ConversationExportBody> Conversations);
