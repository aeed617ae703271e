using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Desks.TelegramDesk.Bot;

/// <summary>Groups that became supergroups have another id; the settings still name the old one.</summary>
internal sealed class MovedChats(IDeskMarks marks, ITransactions transactions, TimeProvider time)
{
    private const string Kind = "moved";

    /// <summary>Where a chat is now.</summary>
    public async ValueTask<long> FindAsync(ChannelConnection desk, long chat, CancellationToken cancellationToken) =>
        chat < 0 && await marks.FindAsync(IdOf(desk), Kind, Name(chat), cancellationToken) is { } moved
            ? long.Parse(moved, CultureInfo.InvariantCulture)
            : chat;

    public async ValueTask RememberAsync(ChannelConnection desk, long chat, long newChat, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await marks.PutAsync(transaction, IdOf(desk), Kind, Name(chat), Name(newChat), time.GetStoredNow());
            return true;
        }, cancellationToken);

    /// <summary>A desk is an account to its own server as a channel is: the connection carries its id.</summary>
    private static DeskId IdOf(ChannelConnection desk) => new(desk.Id.Value);

    private static string Name(long chat) => chat.ToString(CultureInfo.InvariantCulture);
}
