using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// Changes messages of ours and takes them back, on the platform too where they were sent already. Who has no <see cref="CurrentOperator"/>
/// works at a desk: nobody's claim stands in their way.
/// </summary>
internal sealed class SentMessages(
    ConversationChanges changes, ChannelDirectory channels, IOutbox outbox, RelayedMessages relayed, TimeProvider time,
    ILogger<SentMessages> logger)
{
    /// <summary>Gives a message other words: one that waits where it stands, one that was sent on the platform first.</summary>
    public async ValueTask<CommandResult<MessageBody>> EditAsync(
        ConversationId id, MessageId messageId, CurrentOperator? me, ContentBody? content, CancellationToken cancellationToken)
    {
        var read = ContentReader.Read(content);
        if (read.Refusal is { } mistake)
        {
            return mistake;
        }

        return await ChangeAsync(id, messageId, me, "edit",
            (message, platform) => Replace(message, read.Value!, platform),
            (platform, sent) => platform.EditAsync(sent.Channel.Connection, sent.ToOutbound(), sent.Target, cancellationToken),
            cancellationToken);
    }

    /// <summary>Takes a message back, on the platform too when it was sent. Its words go from our store.</summary>
    public ValueTask<CommandResult<MessageBody>> DeleteAsync(
        ConversationId id, MessageId messageId, CurrentOperator? me, CancellationToken cancellationToken) =>
        ChangeAsync(id, messageId, me, "delete",
            (message, _) => Erase(message),
            (platform, sent) => platform.DeleteAsync(sent.Channel.Connection, sent.Chat, sent.Target, cancellationToken),
            cancellationToken);

    // What has not left is changed at once. Else the platform is asked, outside any transaction, and what it accepted is written
    // down, whatever became of the claim meanwhile.
    private async ValueTask<CommandResult<MessageBody>> ChangeAsync(
        ConversationId id, MessageId messageId, CurrentOperator? me, string ability,
        Func<Message, PlatformCapabilities, CommandResult<Message>> apply,
        Func<IEditingPlatform, SentMessage, ValueTask<SendOutcome>> ask, CancellationToken cancellationToken)
    {
        SentMessage? sent = null;
        var result = await changes.RunAsync<MessageBody>(id, async change =>
        {
            if (me is not null && change.HeldByOther(me.Id) is { } other)
            {
                return other;
            }

            if (await change.LockOwnAsync(messageId) is not { DeletedAt: null } message)
            {
                return new Refusal.NotFound("message");
            }

            if (await channels.FindAsync(message.ChannelId, cancellationToken) is not { } channel)
            {
                return new Refusal.NotSupported("The channel of this conversation was deleted.");
            }

            var applied = apply(message, channel.Platform.Capabilities);
            if (applied.Value is not { } changed)
            {
                return applied.Refusal!;
            }

            if (message.Status is MessageStatus.Queued or MessageStatus.Failed)
            {
                return await ChangeUnsentAsync(change, message, changed);
            }

            if (message.PlatformId is not { } target)
            {
                return new Refusal.WrongState("It is not known whether this message has arrived, so it cannot be changed there.");
            }

            sent = new SentMessage(changed, channel, change.Conversation.Chat, target);
            return message.ToBody();
        }, cancellationToken);

        if (sent is null)
        {
            return result;
        }

        if (sent.Channel.Platform is not IEditingPlatform platform || !platform.Capabilities.Has(ability))
        {
            return new Refusal.NotSupported($"This platform cannot {ability} what was sent.");
        }

        return await PlatformObjection.AskAsync(() => ask(platform, sent), sent.Channel.Row.Id, logger) switch
        {
            null => await WriteAsync(id, sent.Changed),
            { IsAboutKind: true, Words: var words } => new Refusal.NotSupported(words),
            { Words: var words } => new Refusal.PlatformRefused(words),
        };
    }

    private async ValueTask<CommandResult<MessageBody>> ChangeUnsentAsync(ConversationChange change, Message message, Message changed)
    {
        var withdraws = changed.DeletedAt is not null && message.Status == MessageStatus.Queued;
        if (withdraws && !await outbox.WithdrawAsync(change.Transaction, message.Id))
        {
            return new Refusal.WrongState("This message is on its way. Try again when it has arrived.");
        }

        return TryWithhold(change.Transaction, message, changed, isUnsent: true) is { } stored
            ? await change.UpdateEntryAsync(stored)
            : new Refusal.CannotRelay();
    }

    /// <summary>As it is stored: of a pass-through channel without what it says, which goes to memory. Null while there is no room.</summary>
    private Message? TryWithhold(Transaction transaction, Message message, Message changed, bool isUnsent)
    {
        if (message.Content is not MessageContent.Withheld)
        {
            return changed;
        }

        if (changed.DeletedAt is not null)
        {
            transaction.AfterCommit(() => relayed.Release(message));
            return changed;
        }

        return relayed.TryKeep(message.ChannelId, message.Id, changed.Content, changed.EditedAt, isUnsent)
            ? changed with { Content = StrippedEvents.Withhold(changed.Content) }
            : null;
    }

    // Receipts may have come in while the platform was asked: only what was changed is written.
    private ValueTask<CommandResult<MessageBody>> WriteAsync(ConversationId id, Message changed) =>
        changes.RunAsync<MessageBody>(
            id,
            async change =>
            {
                if (await change.LockOwnAsync(changed.Id) is not { } current)
                {
                    return new Refusal.NotFound("message");
                }

                var written = current with { Content = changed.Content, EditedAt = changed.EditedAt, DeletedAt = changed.DeletedAt };
                return await change.UpdateEntryAsync(
                    TryWithhold(change.Transaction, current, written, isUnsent: false)
                    ?? written with { Content = StrippedEvents.Withhold(written.Content) }); // it is changed there: only the desks miss it
            },
            CancellationToken.None);

    private Message Erase(Message message)
    {
        var erased = message with { Content = new MessageContent.Text(""), DeletedAt = time.GetStoredNow() };
        return message.Status == MessageStatus.Queued
            ? erased with { Status = MessageStatus.Failed, Error = new SendError(SendErrors.Withdrawn, "Taken back before it was sent.") }
            : erased;
    }

    private CommandResult<Message> Replace(Message message, MessageContent edited, PlatformCapabilities platform)
    {
        var before = message.Content is MessageContent.Withheld ? relayed.Find(message)?.Content ?? message.Content : message.Content;
        MessageContent? content = (before, edited) switch
        {
            (MessageContent.Withheld { Type: "text" or "buttons" }, MessageContent.Text or MessageContent.Buttons) => edited,
            (MessageContent.Text or MessageContent.Buttons, MessageContent.Text or MessageContent.Buttons) => edited,
            (MessageContent.Media had, MessageContent.Media has) when (had.Kind, had.File.Id) == (has.Kind, has.File.Id) =>
                had with { Caption = has.Caption },
            _ => null,
        };
        if (content is null)
        {
            return new Refusal.NotSupported("Only the words and buttons of a message can be changed, not its type or its file.");
        }

        return SendingRules.TooMuch(platform, content) is { } detail
            ? new Refusal.NotSupported(detail)
            : message with { Content = content, EditedAt = time.GetStoredNow() };
    }

    /// <summary>A message as it shall be, and where it is.</summary>
    private sealed record SentMessage(Message Changed, LiveChannel Channel, string Chat, PlatformMessageId Target)
    {
        public OutboundMessage ToOutbound() => new()
        {
            Id = Changed.Id,
            ConversationId = Changed.ConversationId,
            Chat = Chat,
            Content = Changed.Content,
            CreatedAt = Changed.CreatedAt,
        };
    }
}
