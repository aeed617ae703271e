using System.Diagnostics.CodeAnalysis;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Contacts;

/// <summary>Makes two contacts one, and two again.</summary>
internal sealed class ContactMerges(
    ITransactions transactions, IContactStore contacts, IConversationStore conversations, ConversationBodies bodies, PassThroughRules rules,
    IAuditStore audit, TimeProvider time)
{
    /// <summary>What would come of a merge. Changes nothing.</summary>
    public async ValueTask<CommandResult<MergePreviewBody>> PreviewAsync(ContactId id, ContactId other, CancellationToken cancellationToken)
    {
        var (stays, joins) = (await contacts.FindAsync(id, cancellationToken), await contacts.FindAsync(other, cancellationToken));
        if (!CanMerge(stays, joins, out var refusal) || (refusal = await FindObjectionAsync(stays, joins, cancellationToken)) is not null)
        {
            return refusal;
        }

        var result = MergeGift.Of(stays, joins).AddTo(stays) with { Identities = [.. stays.Identities, .. joins.Identities] };
        return new MergePreviewBody(
            ContactBodies.Of(stays), ContactBodies.Of(joins), ContactBodies.Of(result),
            await CountAsync(id, cancellationToken), await CountAsync(other, cancellationToken));
    }

    /// <summary>The other joins this one: its identities, conversations and notes follow, and what this one lacks is filled in.</summary>
    public ValueTask<CommandResult<ContactBody>> MergeAsync(
        ContactId id, ContactId other, CurrentOperator me, CancellationToken cancellationToken) =>
        transactions.WriteAsync<CommandResult<ContactBody>>(
            async transaction =>
            {
                var (stays, joins) = await LockAsync(transaction, id, other);
                if (!CanMerge(stays, joins, out var refusal)
                    || (refusal = await FindObjectionAsync(stays, joins, cancellationToken)) is not null)
                {
                    return refusal;
                }

                var now = time.GetStoredNow();
                var gift = MergeGift.Of(stays, joins);
                await contacts.JoinAsync(transaction, other, id, gift, now);
                await SaveAsync(transaction, gift.AddTo(stays), now);
                await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "contact.merged", id.ToString(), $"{other} joined.", now));
                return await PublishAsync(transaction, id, other);
            },
            cancellationToken);

    /// <summary>Undoes exactly that merge. What was changed of this one since stays changed.</summary>
    public ValueTask<CommandResult<ContactBody>> UnmergeAsync(
        ContactId id, ContactId other, CurrentOperator me, CancellationToken cancellationToken) =>
        transactions.WriteAsync<CommandResult<ContactBody>>(
            async transaction =>
            {
                var (row, joined) = await LockAsync(transaction, id, other);
                if (row is null || joined is null)
                {
                    return new Refusal.NotFound("contact");
                }

                if (Closed(row) is { } closed)
                {
                    return closed;
                }

                if (joined.Contact.MergedInto != id)
                {
                    return new Refusal.NotMerged();
                }

                var now = time.GetStoredNow();
                var gift = await contacts.LeaveAsync(transaction, other, id);
                await SaveAsync(transaction, gift.TakeFrom(row), now);
                await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "contact.unmerged", id.ToString(), $"{other} left.", now));
                return await PublishAsync(transaction, id, other);
            },
            cancellationToken);

    /// <summary>Why nothing may be changed of a contact; null when it may.</summary>
    internal static Refusal? Closed(ContactRow row) =>
        row.Contact.MergedInto is { } into ? new Refusal.Merged(into) : row.Contact.ErasedAt is null ? null : new Refusal.Erased();

    // One who is stored by name next to one who must not be: that would name them.
    private async ValueTask<Refusal?> FindObjectionAsync(ContactRow stays, ContactRow joins, CancellationToken cancellationToken) =>
        await rules.ConcernAsync(stays, cancellationToken) == await rules.ConcernAsync(joins, cancellationToken)
            ? null
            : new Refusal.PassThrough("One of them writes through a pass-through channel and is stored without a name, the other is not.");

    private static bool CanMerge(
        [NotNullWhen(true)] ContactRow? stays, [NotNullWhen(true)] ContactRow? joins, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = stays is null || joins is null ? new Refusal.NotFound("contact")
            : stays.Contact.Id == joins.Contact.Id ? new Refusal.SameContact()
            : Closed(stays) ?? Closed(joins);
        return refusal is null && stays is not null && joins is not null;
    }

    // Conversations before contacts, each in the order of ids, as the pipeline and the look-ups of profiles lock them: nobody waits crosswise.
    private async ValueTask<(ContactRow? Row, ContactRow? Other)> LockAsync(Transaction transaction, ContactId id, ContactId other)
    {
        await contacts.TakeTurnAsync(transaction);
        await conversations.LockOfContactsAsync(transaction, [id, other]);
        var first = await contacts.LockAsync(transaction, id.Value.CompareTo(other.Value) < 0 ? id : other);
        var second = await contacts.LockAsync(transaction, id.Value.CompareTo(other.Value) < 0 ? other : id);
        return id.Value.CompareTo(other.Value) < 0 ? (first, second) : (second, first);
    }

    private ValueTask SaveAsync(Transaction transaction, ContactRow row, DateTimeOffset now) =>
        contacts.SaveAsync(transaction, row with { Contact = row.Contact with { UpdatedAt = now } });

    private async ValueTask<ContactBody> PublishAsync(Transaction transaction, ContactId id, ContactId other)
    {
        var body = ContactBodies.Of((await contacts.LockAsync(transaction, id))!);
        transaction.Publish(LiveChange.ContactUpdated(body));
        transaction.Publish(LiveChange.ContactUpdated(ContactBodies.Of((await contacts.LockAsync(transaction, other))!)));
        foreach (var conversation in await conversations.LockOfContactsAsync(transaction, [id, other]))
        {
            var last = conversation.LastMessageId is { } message ? await conversations.FindMessageAsync(transaction, message) : null;
            transaction.Publish(LiveChange.ConversationUpdated(await bodies.OfAsync(conversation, last, CancellationToken.None)));
        }

        return body;
    }

    private async ValueTask<int> CountAsync(ContactId id, CancellationToken cancellationToken) =>
        (await conversations.ListAsync(new ConversationFilter { ContactId = id }, time.GetUtcNow(), null, int.MaxValue, cancellationToken)).Count;
}

/// <summary>Two contacts, what the first would be with the second in it, and how many conversations each has.</summary>
public sealed record MergePreviewBody(
    ContactBody Contact, ContactBody Other, ContactBody Result, int Conversations, int OtherConversations);

/// <summary>Who joins or leaves.</summary>
public sealed record MergeRequest(Guid? ContactId);
