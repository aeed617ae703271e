using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Conversations;

/// <summary>Who holds a conversation: at any time at most one operator.</summary>
internal sealed class Claims(ConversationChanges changes, IOperatorStore operators, PassThroughRules rules)
{
    private const string Asked = "asked";

    /// <summary>Takes a free conversation. Who holds it already keeps it for another full time.</summary>
    public ValueTask<CommandResult<ConversationBody>> ClaimAsync(
        ConversationId id, CurrentOperator me, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (change.HeldByOther(me.Id) is { } other)
            {
                return other;
            }

            var held = change.Claim is not null;
            change.Give(me.Id, me.Name);
            if (!held)
            {
                await change.AddEventAsync(me.ToAuthor(), "claimed", $"{me.Name} took the conversation.");
            }

            return await change.SaveAsync();
        }, cancellationToken);

    /// <summary>Makes it free. Nobody holding it is as good.</summary>
    public ValueTask<CommandResult<ConversationBody>> ReleaseAsync(
        ConversationId id, CurrentOperator me, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (change.Claim is not { } claim)
            {
                return await change.ToBodyAsync();
            }

            if (!me.IsAdmin && change.HeldByOther(me.Id) is { } other)
            {
                return other;
            }

            change.Free();
            await change.AddEventAsync(me.ToAuthor(), "released", claim.OperatorId == me.Id
                ? $"{me.Name} released the conversation."
                : $"{me.Name} released the conversation, which {claim.Name} held.");
            return await change.SaveAsync();
        }, cancellationToken);

    /// <summary>Asks whoever holds it to hand it over. Asked again with nothing between, it is still the one request.</summary>
    public ValueTask<CommandResult<ConversationBody>> AskAsync(
        ConversationId id, CurrentOperator me, CancellationToken cancellationToken) =>
        changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (change.Claim is not { } claim)
            {
                return new Refusal.WrongState("Nobody holds the conversation: it can be taken.");
            }

            if (claim.OperatorId == me.Id)
            {
                return new Refusal.WrongState("You hold the conversation yourself.");
            }

            var last = await change.Store.ListAfterAsync(change.Transaction, id, change.Conversation.LastSeq - 1);
            if (last is [{ Content: MessageContent.Event { Key: Asked }, Author: var author }] && author == me.ToAuthor())
            {
                return await change.ToBodyAsync();
            }

            await change.AddEventAsync(me.ToAuthor(), Asked, $"{me.Name} asks {claim.Name} for the conversation.");
            return await change.SaveAsync();
        }, cancellationToken);

    /// <summary>Hands it to another operator, with a note for them if there is something to say.</summary>
    public async ValueTask<CommandResult<ConversationBody>> TransferAsync(
        ConversationId id, CurrentOperator me, OperatorId to, string? note, CancellationToken cancellationToken)
    {
        if (await operators.FindAsync(to, cancellationToken) is not { IsActive: true } target)
        {
            return new Refusal.Invalid("operatorId", "There is no operator of this id who may answer customers.");
        }

        return await changes.RunAsync<ConversationBody>(id, async change =>
        {
            if (!me.IsAdmin && change.HeldByOther(me.Id) is { } other)
            {
                return other;
            }

            const string What = "A note for your colleague would be.";
            if (!string.IsNullOrWhiteSpace(note)
                && await rules.FindObjectionAsync(change.Conversation.ChannelId, What, CancellationToken.None) is { } objection)
            {
                return objection;
            }

            change.Give(target.Id, target.Name);
            await change.AddEventAsync(me.ToAuthor(), "transferred", $"{me.Name} handed the conversation to {target.Name}.");
            if (!string.IsNullOrWhiteSpace(note))
            {
                await change.AddEntryAsync(
                    MessageDirection.Note, me.ToAuthor(), new MessageContent.Text(note.Trim()), message => message);
            }

            return await change.SaveAsync();
        }, cancellationToken);
    }
}

/// <summary>The rules of claims.</summary>
internal static class ClaimRules
{
    /// <summary>The refusal for everybody but the one who holds it.</summary>
    public static Refusal.ClaimedByOther? HeldByOther(this ConversationChange change, OperatorId me) =>
        change.Claim is { } claim && claim.OperatorId != me ? new Refusal.ClaimedByOther(claim.ToBody()) : null;

    /// <summary>An operator as the author of what they do.</summary>
    public static Author ToAuthor(this CurrentOperator me) => new(AuthorKind.Operator, me.Id.Value, me.Name);
}
