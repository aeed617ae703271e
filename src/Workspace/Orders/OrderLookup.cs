using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Statistics;

namespace Rozmova.Workspace.Orders;

/// <summary>
/// The orders that conversations are about, as their platforms tell them: for the console and for desks alike. Asked for when somebody
/// looks, and kept for a moment, so that many who look ask once. Nothing of an order is stored.
/// </summary>
public sealed class OrderLookup(IConversationStore conversations, ChannelDirectory channels, TimeProvider time, ILogger<OrderLookup> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly OrderAnswer Late = new OrderAnswer.Unavailable("The platform did not answer in time. Try again in a moment.");

    private readonly Recent<(ChannelId Channel, string Chat), OrderAnswer> _orders = new(TimeSpan.FromSeconds(15), time);

    /// <summary>
    /// The order of a conversation, or why the platform does not tell it. Null where there is no such conversation, or its platform knows no
    /// orders.
    /// </summary>
    public async ValueTask<OrderAnswer?> FindAsync(ConversationId id, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(id, cancellationToken) is not { Conversation: var conversation }
            || await channels.FindAsync(conversation.ChannelId, cancellationToken) is not { Platform: IOrderPlatform platform } channel)
        {
            return null;
        }

        using var late = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await _orders.GetAsync(
                (channel.Row.Id, conversation.Chat), token => AskAsync(platform, channel, conversation.Chat, token), stop.Token);
        }
        catch (OrderUnavailableException unavailable)
        {
            return new OrderAnswer.Unavailable(unavailable.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Patience ran out, not the caller. What still comes is kept for whoever asks next.
            return Late;
        }
    }

    private async ValueTask<OrderAnswer> AskAsync(IOrderPlatform platform, LiveChannel channel, string chat, CancellationToken cancellationToken)
    {
        OrderAnswer answer;
        try
        {
            answer = await platform.FindOrderAsync(channel.Connection, chat, cancellationToken);
        }
        catch (Exception exception) // the contract is an answer; a bug in a platform must not show as ours
        {
            logger.OrderNotRead(exception, channel.Row.Id);
            throw new OrderUnavailableException("The platform gave no answer that could be understood.");
        }

        // Thrown, since a failure is not kept.
        return answer is OrderAnswer.Unavailable { Detail: var detail } ? throw new OrderUnavailableException(detail) : answer;
    }

    private sealed class OrderUnavailableException(string message) : Exception(message);
}
