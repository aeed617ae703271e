using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Views;

/// <summary>What a list of conversations is asked for, in the words of <c>GET /conversations</c>; what is null narrows nothing.</summary>
public sealed record ViewFilter(
    string? Status, string? ClaimedBy, string? Platform, string? ChannelId, string? Label, int? Waiting, string? Sort, string? Q);

/// <summary>A list of conversations under a name: its owner's, or everybody's.</summary>
public sealed record SavedView
{
    public required Guid Id { get; init; }

    public required OperatorId OwnerId { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether everybody sees it.</summary>
    public bool Shared { get; init; }

    public required ViewFilter Filter { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(SavedView)} {Id}";
}

/// <summary>Keeps saved views.</summary>
public interface ISavedViewStore
{
    /// <summary>Those of an operator and those everybody sees, by name.</summary>
    ValueTask<IReadOnlyList<SavedView>> ListAsync(OperatorId reader, CancellationToken cancellationToken);

    ValueTask<SavedView?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Adds or replaces it.</summary>
    ValueTask SaveAsync(Transaction transaction, SavedView view);

    ValueTask DeleteAsync(Transaction transaction, Guid id);
}
