using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.CannedReplies;

/// <summary>An answer written once and used often. Places such as <c>{{contact.name}}</c> are filled by whoever composes with it.</summary>
public sealed record CannedReply
{
    public required Guid Id { get; init; }

    /// <summary>What it is called by, in lower case. Unique.</summary>
    public required string Shortcut { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>The language it is in, as a tag such as <c>uk</c>; null for any.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The files that go with it.</summary>
    public IReadOnlyList<MediaId> Files { get; init; } = [];

    public required OperatorId AuthorId { get; init; }

    public required string AuthorName { get; init; }

    /// <summary>How often it was used.</summary>
    public int Uses { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(CannedReply)} {Id}";
}

/// <summary>Keeps canned replies.</summary>
public interface ICannedReplyStore
{
    /// <summary>A page by shortcut, of those behind <paramref name="after"/>.</summary>
    ValueTask<IReadOnlyList<CannedReply>> ListAsync(string? after, int limit, CancellationToken cancellationToken);

    ValueTask<CannedReply?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>False, and nothing added, when the shortcut is taken.</summary>
    ValueTask<bool> AddAsync(Transaction transaction, CannedReply reply);

    /// <summary>Reads one for a change: nobody else changes it before the commit.</summary>
    ValueTask<CannedReply?> LockAsync(Transaction transaction, Guid id);

    /// <summary>False, and nothing changed, when the shortcut is another's.</summary>
    ValueTask<bool> SaveAsync(Transaction transaction, CannedReply reply);

    ValueTask RemoveAsync(Transaction transaction, Guid id);

    /// <summary>Counts one use. False when there is no such reply.</summary>
    ValueTask<bool> CountUseAsync(Transaction transaction, Guid id, DateTimeOffset now);
}
