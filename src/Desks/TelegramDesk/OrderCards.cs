using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Orders;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>
/// The orders that conversations are about. What shows one leaves without it and is edited once the platform has told it, which is work
/// of its own. Kept in memory only, as nothing of an order is stored; after a restart it is asked for again.
/// </summary>
internal sealed class OrderCards(
    OrderLookup orders, ChannelDirectory channels, ConversationBodies conversations, DeskWork work, TimeProvider time)
{
    private const int MostKept = 1000;
    private const int MostTries = 4;

    /// <summary>A younger one is as the platform has it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>Work that waited for longer, as others of its lane got no answer, is not worth doing any more.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationId, (Order Order, DateTimeOffset At)> _kept = [];

    /// <summary>The order as far as it is known here, as a line of HTML; null where it is not, or there is none.</summary>
    public string? FindLine(ConversationId id, DeskTexts texts)
    {
        lock (_gate)
        {
            return _kept.TryGetValue(id, out var kept) ? OrderText.Line(kept.Order, texts) : null;
        }
    }

    /// <summary>Whether there may be an order to ask for. To be decided before what shows it is rendered, so that nothing falls between.</summary>
    public bool IsDue(ConversationBody conversation) =>
        channels.Find(conversation.Channel.Id) is { Platform: IOrderPlatform } && !IsYoungerThan(conversation.Id, time.GetStoredNow() - Fresh);

    /// <summary>Asks for it, then has what shows it follow: its pieces of work are those of <see cref="DeskTasks.OfOrder"/>.</summary>
    public async ValueTask<DeskOutcome> LookUpAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        var id = new ConversationId(task.Subject!.Value);
        if (time.GetStoredNow() - task.CreatedAt > TooLate
            || await conversations.FindAsync(id, cancellationToken) is not { } conversation || !desk.Row.Serves(conversation.Channel.Id))
        {
            return DeskOutcome.Finished;
        }

        if (!IsYoungerThan(id, task.CreatedAt))
        {
            switch (await orders.FindAsync(id, cancellationToken))
            {
                case OrderAnswer.Found { Order: var order }:
                    Keep(id, order);
                    break;
                case OrderAnswer.Unavailable when task.Attempts < MostTries:
                    return new DeskOutcome.Again(FirstPause * (1 << task.Attempts), "order-unavailable");
                case OrderAnswer.Unavailable:
                    return new DeskOutcome.Dropped("order-unavailable");
                default:
                    return DeskOutcome.Finished;
            }
        }

        await work.AddAsync(desk.Row.Id, [DeskTasks.OfShowingOrder(task)], cancellationToken);
        return DeskOutcome.Finished;
    }

    private bool IsYoungerThan(ConversationId id, DateTimeOffset moment)
    {
        lock (_gate)
        {
            return _kept.TryGetValue(id, out var kept) && kept.At > moment;
        }
    }

    private void Keep(ConversationId id, Order order)
    {
        lock (_gate)
        {
            _kept[id] = (order, time.GetStoredNow());
            if (_kept.Count > MostKept)
            {
                _kept.Remove(_kept.MinBy(kept => kept.Value.At).Key);
            }
        }
    }
}
