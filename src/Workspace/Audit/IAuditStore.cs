using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Audit;

/// <summary>
/// Who did what to which thing. The detail names what changed, never a secret nor a customer's words.
/// A null actor is the program itself, or somebody who could not sign in.
/// </summary>
public sealed record AuditEntry
{
    public required Guid Id { get; init; }

    public OperatorId? ActorId { get; init; }

    /// <summary>Thing and verb: <c>channel.created</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The id of the thing.</summary>
    public string? Subject { get; init; }

    public string? Detail { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>An entry made now.</summary>
    public static AuditEntry Of(OperatorId? actor, string action, string? subject, string? detail, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ActorId = actor,
        Action = action,
        Subject = subject,
        Detail = detail,
        At = now,
    };
}

/// <summary>Remembers what admins and operators did. Only ever added to.</summary>
public interface IAuditStore
{
    ValueTask AddAsync(Transaction transaction, AuditEntry entry);

    /// <summary>A page, newest first, of ids smaller than <paramref name="before"/>.</summary>
    ValueTask<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, Guid? before, int limit, CancellationToken cancellationToken);
}

/// <summary>Which entries; null means any. An action may be named by its thing alone: <c>channel</c>.</summary>
public sealed record AuditFilter(OperatorId? Actor, string? Action, DateTimeOffset? From, DateTimeOffset? To);
