using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>Merging over HTTP.</summary>
internal static class MergeEndpoints
{
    /// <summary>How many possible duplicates are shown: whoever has more has them found by searching.</summary>
    private const int MostAlike = 5;

    public static void Map(RouteGroupBuilder contact)
    {
        contact.MapGet("/alike", ListAlike).WithName("ListAlikeContacts");
        contact.MapGet("/merge", Preview).WithName("PreviewContactMerge");
        contact.MapPost("/merge", Merge).WithName("MergeContacts");
        contact.MapPost("/unmerge", Unmerge).WithName("UnmergeContacts");
    }

    private static async Task<Ok<Page<ContactBody>>> ListAlike(Guid id, IContactStore contacts, CancellationToken cancellationToken)
    {
        var rows = await contacts.ListAlikeAsync(new ContactId(id), MostAlike, cancellationToken);
        return TypedResults.Ok(new Page<ContactBody>([.. rows.Select(ContactBodies.Of)], null));
    }

    private static async Task<Results<Ok<MergePreviewBody>, ProblemHttpResult>> Preview(
        Guid id, Guid contactId, ContactMerges merges, CancellationToken cancellationToken) =>
        (await merges.PreviewAsync(new ContactId(id), new ContactId(contactId), cancellationToken)).ToOk();

    private static async Task<Results<Ok<ContactBody>, ProblemHttpResult>> Merge(
        Guid id, MergeRequest request, CurrentOperator me, ContactMerges merges, CancellationToken cancellationToken) =>
        request.ContactId is { } other
            ? (await merges.MergeAsync(new ContactId(id), new ContactId(other), me, cancellationToken)).ToOk()
            : Problem.Invalid("contactId", "Say who joins.");

    private static async Task<Results<Ok<ContactBody>, ProblemHttpResult>> Unmerge(
        Guid id, MergeRequest request, CurrentOperator me, ContactMerges merges, CancellationToken cancellationToken) =>
        request.ContactId is { } other
            ? (await merges.UnmergeAsync(new ContactId(id), new ContactId(other), me, cancellationToken)).ToOk()
            : Problem.Invalid("contactId", "Say who leaves.");
}
