using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Labels;

/// <summary>What conversations are sorted by. Conversations carry its name.</summary>
public sealed record Label
{
    /// <summary>What a label's colour may be: words, so that every theme can have its own tones of them.</summary>
    public static readonly IReadOnlyList<string> Colours =
        ["grey", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink"];

    /// <summary>What it is until somebody chooses.</summary>
    public const string DefaultColour = "grey";

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Colour { get; init; }

    /// <summary>How many conversations carry it, closed ones too.</summary>
    public long Conversations { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Reads and writes labels.</summary>
public interface ILabelStore
{
    /// <summary>All of them, by name. There are few.</summary>
    ValueTask<IReadOnlyList<Label>> ListAsync(CancellationToken cancellationToken);

    ValueTask<Label?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>False when another label is called the same, in any case of letters.</summary>
    ValueTask<bool> AddAsync(Transaction transaction, Label label);

    /// <summary>The names of these labels as they are spelt; those nobody has used yet are made.</summary>
    ValueTask<IReadOnlyList<string>> UseAsync(Transaction transaction, IReadOnlyList<string> names, DateTimeOffset now);

    /// <summary>Changes its colour and its name, on every conversation too. False when another label is called so.</summary>
    ValueTask<bool> SaveAsync(Transaction transaction, Label before, Label label);

    /// <summary>Deletes it, and takes it off every conversation.</summary>
    ValueTask DeleteAsync(Transaction transaction, Label label);
}
