using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Conversations;

/// <summary>Shows our reaction at what a customer wrote: on the platform first, then here.</summary>
internal sealed class OwnReactions(
    ConversationChanges changes, ChannelDirectory channels, PassThroughRules rules, ILogger<OwnReactions> logger)
{
    private const int LongestEmoji = 32; // a family with skin tones has 25 units

    /// <summary>Whoever reacts, it is the account's one reaction: it takes the place of a colleague's. Null takes it back.</summary>
    public async ValueTask<CommandResult<MessageBody>> ReactAsync(
        ConversationId id, MessageId messageId, CurrentOperator me, string? emoji, CancellationToken cancellationToken)
    {
        if (emoji is not null && !IsEmoji(emoji))
        {
            return new Refusal.Invalid("emoji", "Give one emoji, or null to take the reaction back.");
        }

        var (target, refusal) = await FindAsync(id, messageId, me, cancellationToken);
        if (target is null)
        {
            return refusal!;
        }

        return await PlatformObjection.AskAsync(() => target.AskAsync(emoji, cancellationToken), target.Channel.Row.Id, logger) switch
        {
            null => await WriteAsync(id, messageId, me.Id, emoji),
            { IsAboutKind: true, Words: var words } => new Refusal.NotSupported(words),
            { Words: var words } => new Refusal.PlatformRefused(words),
        };
    }

    private async ValueTask<(ReactionTarget? Target, Refusal? Refusal)> FindAsync(
        ConversationId id, MessageId messageId, CurrentOperator me, CancellationToken cancellationToken)
    {
        var found = await changes.RunAsync<ReactionTarget>(id, async change =>
        {
            if (change.HeldByOther(me.Id) is { } other)
            {
                return other;
            }

            const string What = "A reaction would be.";
            if (await rules.FindObjectionAsync(change.Conversation.ChannelId, What, cancellationToken) is { } objection)
            {
                return objection;
            }

            if (await change.LockEntryAsync(messageId) is not { DeletedAt: null } message)
            {
                return new Refusal.NotFound("message");
            }

            if (message is not { Direction: MessageDirection.Inbound, PlatformId: { } place })
            {
                return new Refusal.NotSupported("Only what a customer wrote can be reacted to.");
            }

            return await channels.FindAsync(message.ChannelId, cancellationToken) is { Platform: IReactingPlatform platform } channel
                ? new ReactionTarget(platform, channel, change.Conversation.Chat, place, OursAt(message))
                : new Refusal.NotSupported("This platform takes no reactions from us.");
        }, cancellationToken);
        return (found.Value, found.Refusal);
    }

    // The customer may have reacted too while the platform was asked: only ours is written.
    private ValueTask<CommandResult<MessageBody>> WriteAsync(ConversationId id, MessageId messageId, OperatorId by, string? emoji) =>
        changes.RunAsync<MessageBody>(
            id,
            async change => await change.LockEntryAsync(messageId) is { } current
                ? await change.UpdateEntryAsync(current with
                {
                    Reactions =
                    [
                        .. current.Reactions.Where(reaction => reaction.By == Reaction.ByContact),
                        .. emoji is null ? (Reaction[])[] : [new Reaction(emoji, by.ToString())],
                    ],
                })
                : new Refusal.NotFound("message"),
            CancellationToken.None);

    private static string? OursAt(Message message) =>
        message.Reactions.FirstOrDefault(reaction => reaction.By != Reaction.ByContact)?.Emoji;

    private static bool IsEmoji(string text) =>
        text.Length is > 0 and <= LongestEmoji && !Ascii.IsValid(text) && new StringInfo(text).LengthInTextElements == 1;

    private sealed record ReactionTarget(
        IReactingPlatform Platform, LiveChannel Channel, string Chat, PlatformMessageId Place, string? Former)
    {
        public ValueTask<SendOutcome> AskAsync(string? emoji, CancellationToken cancellationToken) => emoji == Former
            ? ValueTask.FromResult<SendOutcome>(new SendOutcome.Sent(Place))
            : Platform.ReactAsync(Channel.Connection, Chat, Place, emoji, Former, cancellationToken);
    }
}
