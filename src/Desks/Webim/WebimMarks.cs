using System.Collections.Frozen;
using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Workspace;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Desks.Webim;

/// <summary>Who is who and what is what between Webim and us: ids only, whatever the channel may keep.</summary>
internal sealed class WebimMarks(IDeskMarks marks, ITransactions transactions, TimeProvider time)
{
    /// <summary>How long a callback without an id is taken for a repeat of one with the same bytes.</summary>
    private static readonly TimeSpan RepeatWithin = TimeSpan.FromMinutes(10);

    private const string Visitor = "visitor"; // our visitor id -> conversation
    private const string Alias = "alias"; // Webim's visitor id -> ours
    private const string Chat = "chat"; // our visitor id -> the open chat
    private const string Theirs = "theirs"; // Webim's message id -> our messages
    private const string Ours = "ours"; // our message -> Webim's message id
    private const string Happened = "event"; // a chat's event
    private const string Part = "part"; // our message -> how many of its parts Webim has
    private const string Waiting = "waiting"; // our message, whose file came too late for it
    private const string Seen = "seen"; // a callback without an id -> when it first came

    /// <summary>What grows with every message. Who is who stays, as a conversation may be taken up after years.</summary>
    public static readonly FrozenDictionary<string, TimeSpan> Kept =
        new[] { Theirs, Ours, Happened, Part, Waiting, Seen }.ToFrozenDictionary(kind => kind, _ => TimeSpan.FromDays(90));

    /// <summary>Tells that a visitor was introduced to Webim. Before their first word leaves, as the answer may come at once.</summary>
    public async ValueTask IntroduceAsync(DeskId desk, string visitorId, ConversationId conversation, CancellationToken cancellationToken)
    {
        if (await marks.FindAsync(desk, Visitor, visitorId, cancellationToken) is null)
        {
            await WriteAsync(
                (transaction, now) => marks.AddAsync(transaction, desk, Visitor, visitorId, conversation.ToString(), now), cancellationToken);
        }
    }

    /// <summary>The visitor by any of these ids; null when Webim was never told of any.</summary>
    public async ValueTask<KnownVisitor?> FindVisitorAsync(DeskId desk, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            var ours = await marks.FindAsync(desk, Alias, id, cancellationToken) ?? id;
            if (await marks.FindAsync(desk, Visitor, ours, cancellationToken) is { } conversation)
            {
                return new KnownVisitor(ours, new ConversationId(Guid.Parse(conversation)));
            }
        }

        return null;
    }

    /// <summary>Learns what Webim itself calls a visitor.</summary>
    public async ValueTask LearnAliasesAsync(
        DeskId desk, string visitorId, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        // A UUID only: what else stands there may be somebody else's id of ours.
        foreach (var id in ids.Where(id => id != visitorId && Guid.TryParse(id, out _)))
        {
            if (await marks.FindAsync(desk, Alias, id, cancellationToken) != visitorId)
            {
                await WriteAsync((transaction, now) => PutAsync(transaction, desk, Alias, id, visitorId, now), cancellationToken);
            }
        }
    }

    public ValueTask<string?> FindChatAsync(DeskId desk, string visitorId, CancellationToken cancellationToken) =>
        marks.FindAsync(desk, Chat, visitorId, cancellationToken);

    /// <summary>The chat a visitor is in; null when it was closed.</summary>
    public async ValueTask SetChatAsync(DeskId desk, string visitorId, string? chat, CancellationToken cancellationToken)
    {
        if (await FindChatAsync(desk, visitorId, cancellationToken) != chat)
        {
            await WriteAsync(
                (transaction, now) => chat is null
                    ? RemoveAsync(transaction, desk, Chat, visitorId)
                    : PutAsync(transaction, desk, Chat, visitorId, chat, now),
                cancellationToken);
        }
    }

    /// <summary>Our messages that a message of Webim's became; empty when there are none.</summary>
    public async ValueTask<IReadOnlyList<MessageId>> FindOursAsync(DeskId desk, string theirs, CancellationToken cancellationToken) =>
        [.. (await marks.FindAsync(desk, Theirs, theirs, cancellationToken) ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new MessageId(Guid.Parse(id)))];

    /// <summary>The message of Webim's that one of ours came from.</summary>
    public ValueTask<string?> FindTheirsAsync(DeskId desk, MessageId ours, CancellationToken cancellationToken) =>
        marks.FindAsync(desk, Ours, ours.ToString(), cancellationToken);

    public async ValueTask<bool> IsAnsweredAsync(Transaction transaction, DeskId desk, string theirs) =>
        await marks.FindAsync(transaction, desk, Theirs, theirs) is not null;

    /// <summary>Notes what became of a message of Webim's, together with what it became.</summary>
    public async ValueTask NoteAnswerAsync(Transaction transaction, DeskId desk, string theirs, IReadOnlyList<MessageId> ours)
    {
        var now = time.GetStoredNow();
        await marks.PutAsync(transaction, desk, Theirs, theirs, string.Join(',', ours), now);
        foreach (var id in ours)
        {
            await marks.PutAsync(transaction, desk, Ours, id.ToString(), theirs, now);
        }
    }

    public async ValueTask<bool> HasHappenedAsync(Transaction transaction, DeskId desk, string what) =>
        await marks.FindAsync(transaction, desk, Happened, what) is not null;

    public async ValueTask NoteHappenedAsync(Transaction transaction, DeskId desk, string what) =>
        await marks.PutAsync(transaction, desk, Happened, what, "", time.GetStoredNow());

    /// <summary>How many parts of a message Webim has taken already.</summary>
    public async ValueTask<int> CountTakenAsync(DeskId desk, string message, CancellationToken cancellationToken) =>
        await marks.FindAsync(desk, Part, message, cancellationToken) is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 0;

    /// <summary>Notes how many parts of a message Webim has; 0 when that matters no more.</summary>
    public ValueTask NoteTakenAsync(DeskId desk, string message, int count, CancellationToken cancellationToken) => WriteAsync(
        (transaction, now) => count == 0
            ? RemoveAsync(transaction, desk, Part, message)
            : PutAsync(transaction, desk, Part, message, count.ToString(CultureInfo.InvariantCulture), now),
        cancellationToken);

    public async ValueTask<bool> IsFileAwaitedAsync(DeskId desk, MessageId message, CancellationToken cancellationToken) =>
        await marks.FindAsync(desk, Waiting, message.ToString(), cancellationToken) is not null;

    /// <summary>Notes that a message went out without its file, or that the file followed.</summary>
    public ValueTask AwaitFileAsync(DeskId desk, MessageId message, bool awaited, CancellationToken cancellationToken) => WriteAsync(
        (transaction, now) => awaited
            ? PutAsync(transaction, desk, Waiting, message.ToString(), "", now)
            : RemoveAsync(transaction, desk, Waiting, message.ToString()),
        cancellationToken);

    /// <summary>
    /// When a callback without an id first came, which with its bytes is its id: the same within ten minutes, another after them.
    /// </summary>
    public ValueTask<long> FirstSeenAsync(DeskId desk, string hash, CancellationToken cancellationToken) => transactions.WriteAsync(
        async transaction =>
        {
            var now = time.GetStoredNow();
            var known = await marks.FindAsync(transaction, desk, Seen, hash);
            if (known is not null && long.Parse(known, CultureInfo.InvariantCulture) is var first
                && now - DateTimeOffset.FromUnixTimeMilliseconds(first) < RepeatWithin)
            {
                return first;
            }

            var fresh = now.ToUnixTimeMilliseconds();
            await marks.PutAsync(transaction, desk, Seen, hash, fresh.ToString(CultureInfo.InvariantCulture), now);
            return fresh;
        },
        cancellationToken);

    /// <summary>Forgets a callback without an id, long after its repeats could come.</summary>
    public ValueTask ForgetSeenAsync(DeskId desk, string hash, CancellationToken cancellationToken) =>
        WriteAsync((transaction, _) => RemoveAsync(transaction, desk, Seen, hash), cancellationToken);

    private async ValueTask<bool> PutAsync(
        Transaction transaction, DeskId desk, string kind, string name, string value, DateTimeOffset now)
    {
        await marks.PutAsync(transaction, desk, kind, name, value, now);
        return true;
    }

    private async ValueTask<bool> RemoveAsync(Transaction transaction, DeskId desk, string kind, string name)
    {
        await marks.RemoveAsync(transaction, desk, kind, name);
        return true;
    }

    private async ValueTask WriteAsync(Func<Transaction, DateTimeOffset, ValueTask<bool>> write, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(transaction => write(transaction, time.GetStoredNow()), cancellationToken);
}

/// <summary>A visitor Webim was told of: their id there, and their conversation here.</summary>
internal sealed record KnownVisitor(string Id, ConversationId Conversation);
