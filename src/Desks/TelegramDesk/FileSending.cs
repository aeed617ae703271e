using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Relay;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Sends the files of messages, once they are here and after their text: to the group, and to whoever holds the conversation.</summary>
internal sealed class FileSending(ShownConversations shown, IDeskFiles files, DeskMemory memory, DeskPeople people, DeskBot bot)
{
    private const int PatientAttempts = 10;

    /// <summary>Without a <paramref name="user"/>, to the group.</summary>
    public async ValueTask<DeskOutcome> SendAsync(
        LiveDesk desk, MessageId id, long? user, int attempts, CancellationToken cancellationToken)
    {
        if (await shown.FindEntryAsync(id, cancellationToken) is not { HasFile: true, Content: MessageContent.Media media } entry
            || (user ?? desk.Group()) is not { } chat
            || (user is { } person && !(await people.FindAsync(desk, person, cancellationToken)).MayWork))
        {
            return DeskOutcome.Finished; // deleted meanwhile, or nobody to send it to
        }

        long? notice = null;
        if (user is null)
        {
            var mark = await memory.FindNoticeAsync(desk, entry.Message.ConversationId, cancellationToken);
            if ((mark is null || mark.Told < entry.Message.Seq) && attempts < PatientAttempts)
            {
                return new DeskOutcome.Again(TimeSpan.FromMilliseconds(300), "text-first");
            }

            notice = mark switch
            {
                { Later: not 0 and var later, LaterFirst: var first } when entry.Message.Seq >= first => later,
                { Notice: not 0 and var announced } => announced,
                _ => null,
            };
        }

        try
        {
            var sent = await SendAsync(desk, chat, media, entry, notice, cancellationToken);
            await (user is null ? ValueTask.CompletedTask : memory.PutShownAsync(desk, chat, sent, id, cancellationToken));
            return DeskOutcome.Finished;
        }
        catch (MediaUnavailableException)
        {
            return new DeskOutcome.Dropped("file-unavailable"); // can never be had
        }
    }

    private async ValueTask<long> SendAsync(
        LiveDesk desk, long chat, MessageContent.Media media, Screens.ShownEntry entry, long? notice, CancellationToken cancellationToken)
    {
        var file = BotFile.Of(media.Kind, media.File, notice);
        try
        {
            return await bot.SendFileAsync(desk.Connection, chat, file, OpenAsync, cancellationToken);
        }
        catch (BotTroubleException refused) when (refused.Trouble == Trouble.Refused && file != file.AsDocument())
        {
            // Not a picture or a film after all: as a plain file Telegram takes anything.
            return await bot.SendFileAsync(desk.Connection, chat, file.AsDocument(), OpenAsync, cancellationToken);
        }

        async ValueTask<RemoteMedia> OpenAsync(CancellationToken token) =>
            await files.OpenAsync(entry.Message, token) ?? throw new MediaUnavailableException("The file is not there.");
    }
}
