using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Contacts;

/// <summary>What operators change of contacts.</summary>
internal sealed class ContactChanges(
    ITransactions transactions, IContactStore contacts, IContactFieldStore fields, IConversationStore conversations,
    ConversationBodies bodies, PassThroughRules rules, RelayedLedger relayed, IAuditStore audit, MediaFolder folder, Scrubber scrubber,
    TimeProvider time)
{
    /// <summary>Sets what is there; null empties. Values of custom fields are below <c>fields</c>, by the field's id.</summary>
    public async ValueTask<CommandResult<ContactBody>> UpdateAsync(ContactId id, JsonElement changes, CancellationToken cancellationToken)
    {
        var known = await fields.ListAsync(cancellationToken);
        return ContactPatch.Read(changes, known, out var patch) is { } mistake
            ? mistake
            : await RunAsync(
                id,
                async row => await rules.FindObjectionAsync(row, cancellationToken) is { } objection ? objection : patch!.ApplyTo(row),
                cancellationToken);
    }

    public ValueTask<CommandResult<ContactBody>> LabelAsync(ContactId id, LabelsRequest request, CancellationToken cancellationToken) =>
        RunAsync(
            id,
            row => ValueTask.FromResult<CommandResult<ContactRow>>(LabelChange.TryApply(row.Labels, request, out var labels) is { } mistake
                ? mistake
                : row with { Labels = [.. labels.Order(StringComparer.Ordinal)] }),
            cancellationToken);

    /// <summary>Takes out everything that tells who they are and what was said. Again is no mistake.</summary>
    public async ValueTask<CommandResult<ContactBody>> EraseAsync(ContactId id, CurrentOperator me, CancellationToken cancellationToken)
    {
        IReadOnlyList<MediaId> files = [];
        var erased = await transactions.WriteAsync<CommandResult<ContactBody>>(
            async transaction =>
            {
                await contacts.TakeTurnAsync(transaction);
                var theirs = await conversations.LockOfContactsAsync(transaction, [id]);
                if (await contacts.LockAsync(transaction, id) is not { } row)
                {
                    return new Refusal.NotFound("contact");
                }

                if (row.Contact.MergedInto is { } into)
                {
                    return new Refusal.Merged(into);
                }

                var now = time.GetStoredNow();
                await relayed.ForgetAsync(transaction, [.. theirs.Select(conversation => conversation.Id)]);
                files = await contacts.EraseAsync(transaction, id, now);
                await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "contact.erased", id.ToString(), null, now));
                return await PublishErasedAsync(transaction, id, theirs);
            },
            cancellationToken);
        foreach (var file in files)
        {
            folder.Delete(file);
        }

        scrubber.Wake();
        return erased;
    }

    private async ValueTask<ContactBody> PublishErasedAsync(Transaction transaction, ContactId id, IReadOnlyList<Conversation> theirs)
    {
        var body = ContactBodies.Of((await contacts.LockAsync(transaction, id))!);
        transaction.Publish(LiveChange.ContactUpdated(body));
        foreach (var before in theirs)
        {
            var conversation = (await conversations.LockAsync(transaction, before.Id))!;
            var last = conversation.LastMessageId is { } message ? await conversations.FindMessageAsync(transaction, message) : null;
            transaction.Publish(LiveChange.ConversationUpdated(await bodies.OfAsync(conversation, last, CancellationToken.None)));
        }

        return body;
    }

    private ValueTask<CommandResult<ContactBody>> RunAsync(
        ContactId id, Func<ContactRow, ValueTask<CommandResult<ContactRow>>> change, CancellationToken cancellationToken) =>
        transactions.WriteAsync<CommandResult<ContactBody>>(
            async transaction =>
            {
                if (await contacts.LockAsync(transaction, id) is not { } row)
                {
                    return new Refusal.NotFound("contact");
                }

                if (ContactMerges.Closed(row) is { } closed)
                {
                    return closed;
                }

                var changed = await change(row);
                return changed.Refusal is { } refusal ? refusal : await SaveAsync(transaction, changed.Value!);
            },
            cancellationToken);

    private async ValueTask<ContactBody> SaveAsync(Transaction transaction, ContactRow row)
    {
        var saved = row with { Contact = row.Contact with { UpdatedAt = time.GetStoredNow() } };
        await contacts.SaveAsync(transaction, saved);
        var body = ContactBodies.Of(saved);
        transaction.Publish(LiveChange.ContactUpdated(body));
        return body;
    }
}
