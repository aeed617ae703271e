using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Media;

/// <summary>Records how files fare, in the file's row and in the message that carries it, and tells everybody, all in one commit.</summary>
internal sealed class MediaLedger(ITransactions transactions, IMediaStore files, IConversationStore conversations)
{
    private const string Unavailable = "file-unavailable";

    /// <summary>
    /// Changes a file as <paramref name="change"/> says, from the state it is in now; null leaves it. Returns the file as it is then, or
    /// null when it is gone (erased, or its message deleted).
    /// </summary>
    public ValueTask<MediaFile?> ChangeAsync(MediaId id, Func<MediaFile, MediaFile?> change, CancellationToken cancellationToken) =>
        transactions.WriteAsync<MediaFile?>(
            async transaction =>
            {
                // The conversation first, as everybody who changes its messages does, so that nobody waits for another crosswise.
                var message = await LockMessageAsync(transaction, id);
                if (await files.LockAsync(transaction, id) is not { } file)
                {
                    return null;
                }

                if (file.MessageId is not null && FileIn(message)?.Id != id)
                {
                    await files.RemoveAsync(transaction, id);
                    return null;
                }

                if (change(file) is not { } changed)
                {
                    return file;
                }

                await files.SaveAsync(transaction, changed);
                await ShowAsync(transaction, message, changed);
                return changed;
            },
            cancellationToken);

    private async ValueTask<Message?> LockMessageAsync(Transaction transaction, MediaId id)
    {
        if (await files.FindMessageOfAsync(transaction, id) is not { } messageId
            || await conversations.FindMessageAsync(transaction, messageId) is not { } message)
        {
            return null;
        }

        await conversations.LockAsync(transaction, message.ConversationId);
        return await conversations.LockMessageAsync(transaction, messageId);
    }

    private async ValueTask ShowAsync(Transaction transaction, Message? message, MediaFile file)
    {
        if (message is not { Content: MessageContent.Media media } || IsShown(media.File, file))
        {
            return;
        }

        var changed = message with
        {
            Content = media with
            {
                File = media.File with { State = file.State, MimeType = file.MimeType, Size = file.Size },
            },
            Error = file.Error is { } reason && file.State == MediaState.Failed ? new SendError(Unavailable, reason) : null,
        };
        await conversations.UpdateMessageAsync(transaction, changed);
        transaction.Publish(LiveChange.MessageUpdated(changed.ToBody()));
    }

    private static bool IsShown(Attachment shown, MediaFile file) =>
        shown.State == file.State && shown.MimeType == file.MimeType && shown.Size == file.Size;

    private static Attachment? FileIn(Message? message) => (message?.Content as MessageContent.Media)?.File;
}
