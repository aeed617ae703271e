using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Media;

/// <summary>Takes files out for good, the rows in a transaction and the bytes once it is committed.</summary>
internal sealed class FileRemoval(IMediaStore files, MediaFolder folder)
{
    public async ValueTask RemoveAsync(Transaction transaction, IReadOnlyCollection<MediaId> ids)
    {
        foreach (var id in ids)
        {
            await files.RemoveAsync(transaction, id);
            transaction.AfterCommit(() => folder.Delete(id));
        }
    }
}
