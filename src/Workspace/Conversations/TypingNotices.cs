using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Conversations;

/// <summary>Shows that an operator is typing: to the colleagues, and to the customer where the platform can.</summary>
internal sealed class TypingNotices(
    IConversationStore conversations, ChannelDirectory channels, LiveFeed live, TimeProvider time, ILogger<TypingNotices> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>False when there is no such conversation.</summary>
    public async ValueTask<bool> ShowAsync(ConversationId id, CurrentOperator me, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(id, cancellationToken) is not { Conversation: var conversation })
        {
            return false;
        }

        live.Publish(LiveType.Typing, new TypingBody(id, "operator", me.Name));
        var heldByOther = conversation.ClaimAt(time.GetUtcNow()) is { } claim && claim.OperatorId != me.Id;
        if (!heldByOther && channels.Find(conversation.ChannelId) is { Row.Enabled: true } channel)
        {
            await ShowCustomerAsync(channel, conversation, cancellationToken);
        }

        return true;
    }

    /// <summary>The same for who cannot be answered, so never fails.</summary>
    public async Task OfferAsync(ConversationId id, CurrentOperator me, CancellationToken cancellationToken)
    {
        try
        {
            await ShowAsync(id, me, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // a courtesy: the next word of writing tries again
        {
            logger.TypingNotTold(exception);
        }
        catch (OperationCanceledException)
        {
            // Their socket is closing: they write no more.
        }
    }

    private async ValueTask ShowCustomerAsync(LiveChannel channel, Conversation conversation, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            switch (channel.Platform)
            {
                case ITypingPlatform platform:
                    await platform.ShowTypingAsync(channel.Connection, conversation.Chat, stop.Token);
                    break;
                case IAnswerTypingPlatform platform
                    when await conversations.FindNewestInboundAsync(conversation.Id, stop.Token) is { } newest:
                    await platform.ShowTypingAsync(channel.Connection, conversation.Chat, newest, stop.Token);
                    break;
            }
        }
        catch (Exception exception) // a courtesy: it must not disturb the one who types
        {
            logger.TypingFailed(exception, channel.Row.Id);
        }
    }
}
