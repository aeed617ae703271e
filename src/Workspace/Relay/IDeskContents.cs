using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Relay;

/// <summary>
/// What messages say, for desks. Of a channel that stores it is read from the store; of a pass-through channel, whose messages are stored
/// without it, from memory. A desk asks here for both and need not know the difference.
/// </summary>
public interface IDeskContents
{
    /// <summary>
    /// What a message says, as it stands now. Null where it is in memory no more: lost with the process, kept for too long, or let go since
    /// every desk was done with it.
    /// </summary>
    ValueTask<MessageContent?> FindContentAsync(MessageBody message, CancellationToken cancellationToken);

    /// <summary>What its writer is called: of a pass-through channel the customer's name on the platform, which is stored nowhere.</summary>
    ValueTask<string?> FindNameAsync(MessageBody message, CancellationToken cancellationToken);

    /// <summary>
    /// This desk has what it wants of a message, if anything. To be said of every message it is told of, in and out, and again when it is
    /// told of an edit (a new <see cref="MessageBody.EditedAt"/>): memory lets go what all desks of the channel are done with.
    /// Saying it twice, or of a message that is stored, does nothing.
    /// </summary>
    ValueTask DoneAsync(DeskId desk, MessageBody message, CancellationToken cancellationToken);
}

/// <summary>Files of messages, for desks, by the same difference.</summary>
public interface IDeskFiles
{
    /// <summary>
    /// Opens the file of a message: from the media folder, or straight from the platform. Null where there is none, not yet, or no more.
    /// Throws <see cref="MediaUnavailableException"/> when it can never be had; anything else may be tried again.
    /// </summary>
    ValueTask<RemoteMedia?> OpenAsync(MessageBody message, CancellationToken cancellationToken);

    /// <summary>
    /// An expiring address of the file for a help-desk that fetches it itself; of a pass-through channel good for one download. Null where
    /// there is no file, or no public address of ours.
    /// </summary>
    ValueTask<Uri?> FindAddressAsync(MessageBody message, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a file that a reply of the desk will carry as its <see cref="ContentBody.MediaId"/>: in the media folder, or in memory. Null
    /// when it is larger than files may be, or memory is full.
    /// </summary>
    ValueTask<MediaFile?> KeepAsync(
        ConversationId conversation, Stream content, string? name, string? type, CancellationToken cancellationToken);
}
