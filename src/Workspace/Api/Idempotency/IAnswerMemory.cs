using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Api.Idempotency;

/// <summary>Where a command remembers its answer in the transaction of its effect, whoever it was that asked.</summary>
public interface IAnswerMemory
{
    /// <summary>Remembers the answer; it holds once the transaction is committed.</summary>
    ValueTask WriteAsync<T>(Transaction transaction, int status, T body);
}
