using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.CannedReplies;

/// <summary>Writing canned replies: everybody their own, admins all.</summary>
internal sealed class CannedReplyChanges(ICannedReplyStore replies, IMediaStore media, ITransactions transactions, TimeProvider time)
{
    public async ValueTask<CommandResult<CannedReplyBody>> CreateAsync(
        CannedReplyRequest request, CurrentOperator me, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var reply = request.ApplyTo(new CannedReply
        {
            Id = Guid.CreateVersion7(now),
            Shortcut = "",
            Title = "",
            Text = "",
            AuthorId = me.Id,
            AuthorName = me.Name,
            CreatedAt = now,
            UpdatedAt = now,
        });
        return await WriteAsync(
            reply, async transaction => await replies.AddAsync(transaction, reply) ? null : Taken(reply), cancellationToken);
    }

    public async ValueTask<CommandResult<CannedReplyBody>> ChangeAsync(
        Guid id, CannedReplyRequest request, CurrentOperator me, CancellationToken cancellationToken)
    {
        if (await replies.FindAsync(id, cancellationToken) is not { } found)
        {
            return Missing;
        }

        var reply = request.ApplyTo(found) with { UpdatedAt = time.GetStoredNow() };
        return await WriteAsync(
            reply,
            async transaction =>
            {
                if (await replies.LockAsync(transaction, id) is not { } locked)
                {
                    return Missing;
                }

                if (NotTheirs(locked, me) is { } refusal)
                {
                    return refusal;
                }

                var changed = request.ApplyTo(locked) with { UpdatedAt = reply.UpdatedAt };
                return await replies.SaveAsync(transaction, changed) ? null : Taken(changed);
            },
            cancellationToken);
    }

    public ValueTask<Refusal?> RemoveAsync(Guid id, CurrentOperator me, CancellationToken cancellationToken) => transactions.WriteAsync(
        async transaction =>
        {
            if (await replies.LockAsync(transaction, id) is not { } reply)
            {
                return Missing;
            }

            if (NotTheirs(reply, me) is { } refusal)
            {
                return refusal;
            }

            await replies.RemoveAsync(transaction, id);
            return null;
        },
        cancellationToken);

    public ValueTask<bool> CountUseAsync(Guid id, CancellationToken cancellationToken) => transactions.WriteAsync(
        transaction => replies.CountUseAsync(transaction, id, time.GetStoredNow()), cancellationToken);

    private static Refusal Missing { get; } = new Refusal.NotFound("canned reply");

    private static Refusal.Taken Taken(CannedReply reply) => new("shortcut-taken", $"Another reply is called {reply.Shortcut}.");

    private static Refusal.NotYours? NotTheirs(CannedReply reply, CurrentOperator me) =>
        me.IsAdmin || reply.AuthorId == me.Id ? null : new Refusal.NotYours($"{reply.AuthorName} wrote this reply. Write one of your own.");

    private async ValueTask<CommandResult<CannedReplyBody>> WriteAsync(
        CannedReply reply, Func<Transaction, ValueTask<Refusal?>> write, CancellationToken cancellationToken)
    {
        if (CannedReplyRequest.FindMistake(reply) is { } mistake)
        {
            return mistake;
        }

        var files = await media.ListReadyAsync(reply.Files, cancellationToken);
        if (files.Count < reply.Files.Count)
        {
            return new Refusal.Invalid("mediaIds", "There is no such file.");
        }

        return await transactions.WriteAsync(write, cancellationToken) is { } refusal ? refusal : CannedReplyBody.Of(reply, files);
    }
}
