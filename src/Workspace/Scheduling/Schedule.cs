using Microsoft.AspNetCore.Http;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Scheduling;

/// <summary>Replies for later: kept as they would be sent, changed by whoever wrote them or an admin.</summary>
internal sealed class Schedule(
    Posting posting, PostedContent contents, ConversationChanges changes, IScheduledStore store, PassThroughRules rules)
{
    private const int MostWaiting = 50;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>Keeps a reply for <see cref="PostMessageRequest.SendAt"/>. It is checked as if it were sent then; who may answer then, is decided then.</summary>
    public async ValueTask<CommandResult<ScheduledMessageBody>> AddAsync(
        ConversationId id, CurrentOperator me, PostMessageRequest request, AnswerMemory? memory, CancellationToken cancellationToken)
    {
        if (request.Note)
        {
            return new Refusal.Invalid("sendAt", "A note is written now.");
        }

        var content = await contents.ReadAsync(id, request.Content, cancellationToken);
        if (content.Refusal is { } mistake)
        {
            return mistake;
        }

        return await changes.RunAsync<ScheduledMessageBody>(
            id,
            async change =>
            {
                var sendAt = request.SendAt!.Value.ToUniversalTime();
                if ((await FindObjectionAsync(change) ?? FindMistake(sendAt, change.Now)
                    ?? (await posting.FitAsync(change, me, content.Value!, request, sendAt)).Refusal) is { } refusal)
                {
                    return refusal;
                }

                if (await store.CountAsync(change.Transaction, id) >= MostWaiting)
                {
                    return new Refusal.Invalid("sendAt", $"A conversation has at most {MostWaiting} messages for later.");
                }

                var body = await WriteAsync(change, new ScheduledMessage
                {
                    Id = Guid.CreateVersion7(change.Now),
                    ConversationId = id,
                    AuthorId = me.Id,
                    AuthorName = me.Name,
                    Content = content.Value!,
                    ReplyTo = request.ReplyTo,
                    SendAt = sendAt,
                    CreatedAt = change.Now,
                });
                if (memory is not null)
                {
                    await memory.WriteAsync(change.Transaction, StatusCodes.Status201Created, body);
                }

                return body;
            },
            cancellationToken);
    }

    public async ValueTask<CommandResult<ScheduledMessageBody>> ChangeAsync(
        ConversationId id, Guid scheduled, CurrentOperator me, ScheduledChangeRequest request, CancellationToken cancellationToken)
    {
        var content = request.Content is null ? null : await contents.ReadAsync(id, request.Content, cancellationToken);
        if (content?.Refusal is { } mistake)
        {
            return mistake;
        }

        return await RunAsync<ScheduledMessageBody>(id, scheduled, me, async (change, message) =>
        {
            var changed = message with
            {
                Content = content?.Value ?? message.Content,
                SendAt = request.SendAt?.ToUniversalTime() ?? message.SendAt,
                Error = null,
            };
            var asSent = new PostMessageRequest(null, message.ReplyTo);
            if ((await FindObjectionAsync(change) ?? FindMistake(changed.SendAt, change.Now)
                ?? (await posting.FitAsync(change, me, changed.Content, asSent, changed.SendAt)).Refusal) is { } refusal)
            {
                return refusal;
            }

            await store.RemoveAsync(change.Transaction, message.Id);
            return await WriteAsync(change, changed);
        }, cancellationToken);
    }

    public ValueTask<CommandResult<ScheduledMessageBody>> CancelAsync(
        ConversationId id, Guid scheduled, CurrentOperator me, CancellationToken cancellationToken) =>
        RunAsync<ScheduledMessageBody>(id, scheduled, me, async (change, message) =>
        {
            await RemoveAsync(change, message);
            return ScheduledMessageBody.Of(message);
        }, cancellationToken);

    /// <summary>Sends it now, as a reply of who says so.</summary>
    public ValueTask<CommandResult<MessageBody>> SendNowAsync(
        ConversationId id, Guid scheduled, CurrentOperator me, CancellationToken cancellationToken) =>
        RunAsync<MessageBody>(id, scheduled, me, async (change, message) =>
        {
            var sent = await posting.ReplyAsync(change, me, message.Content, new PostMessageRequest(null, message.ReplyTo));
            if (sent.Value is not null)
            {
                await RemoveAsync(change, message);
            }

            return sent;
        }, cancellationToken);

    private ValueTask<Refusal?> FindObjectionAsync(ConversationChange change) => rules.FindObjectionAsync(
        change.Conversation.ChannelId, "A message for later would be.", CancellationToken.None);

    private static Refusal.Invalid? FindMistake(DateTimeOffset sendAt, DateTimeOffset now) => sendAt <= now || sendAt > now + Longest
        ? new Refusal.Invalid("sendAt", $"The time must be in the future, and within {Longest.TotalDays:0} days.")
        : null;

    private async ValueTask<ScheduledMessageBody> WriteAsync(ConversationChange change, ScheduledMessage message)
    {
        await store.AddAsync(change.Transaction, message);
        change.Transaction.Publish(LiveChange.ScheduleChanged(message.ConversationId));
        return ScheduledMessageBody.Of(message);
    }

    private async ValueTask RemoveAsync(ConversationChange change, ScheduledMessage message)
    {
        await store.RemoveAsync(change.Transaction, message.Id);
        change.Transaction.Publish(LiveChange.ScheduleChanged(message.ConversationId));
    }

    private ValueTask<CommandResult<T>> RunAsync<T>(
        ConversationId id, Guid scheduled, CurrentOperator me,
        Func<ConversationChange, ScheduledMessage, ValueTask<CommandResult<T>>> command, CancellationToken cancellationToken)
        where T : class =>
        changes.RunAsync<T>(
            id,
            async change => await store.FindAsync(change.Transaction, id, scheduled) switch
            {
                null => new Refusal.NotFound("scheduled message"),
                var message when !me.IsAdmin && message.AuthorId != me.Id =>
                    new Refusal.NotYours($"{message.AuthorName} wrote this message."),
                var message => await command(change, message),
            },
            cancellationToken);
}
