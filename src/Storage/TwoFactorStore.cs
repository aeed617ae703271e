using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;
using Rozmova.Workspace.TwoFactor;

namespace Rozmova.Storage;

/// <summary>Second factors and their recovery codes.</summary>
internal sealed class TwoFactorStore(Database database) : ITwoFactorStore
{
    private const string Find = """
        SELECT operator_id, secret, last_step, confirmed_at,
            (SELECT count(*) FROM recovery_code r WHERE r.operator_id = @id) AS recovery_codes
        FROM two_factor WHERE operator_id = @id
        """;

    private const string BeginUnlessConfirmed = """
        INSERT INTO two_factor (operator_id, secret, last_step) VALUES (@OperatorId, @Secret, 0)
        ON CONFLICT (operator_id) DO UPDATE SET secret = excluded.secret, last_step = 0 WHERE two_factor.confirmed_at IS NULL
        """;

    private const string ConfirmOnce = "UPDATE two_factor SET confirmed_at = @now WHERE operator_id = @id AND confirmed_at IS NULL";

    private const string AddRecovery = "INSERT INTO recovery_code (operator_id, hash) VALUES (@id, @hash)";

    private const string TakeStepOnce = "UPDATE two_factor SET last_step = @step WHERE operator_id = @id AND last_step < @step";

    private const string TakeRecoveryOnce = "DELETE FROM recovery_code WHERE operator_id = @id AND hash = @hash";

    private const string RemoveRecovery = "DELETE FROM recovery_code WHERE operator_id = @id";

    private const string Remove = "DELETE FROM two_factor WHERE operator_id = @id";

    public ValueTask<SecondFactor?> FindAsync(OperatorId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<SecondFactor>(Find, new { id }, cancellationToken), cancellationToken);

    public async ValueTask<bool> BeginAsync(Transaction transaction, SecondFactor factor) =>
        await transaction.ExecuteAsync(BeginUnlessConfirmed, factor) == 1;

    public async ValueTask<bool> ConfirmAsync(
        Transaction transaction, OperatorId id, DateTimeOffset now, IReadOnlyList<byte[]> recovery)
    {
        if (await transaction.ExecuteAsync(ConfirmOnce, new { id, now }) == 0)
        {
            return false;
        }

        foreach (var hash in recovery)
        {
            await transaction.ExecuteAsync(AddRecovery, new { id, hash });
        }

        return true;
    }

    public async ValueTask<bool> TakeStepAsync(Transaction transaction, OperatorId id, long step) =>
        await transaction.ExecuteAsync(TakeStepOnce, new { id, step }) == 1;

    public async ValueTask<bool> TakeRecoveryAsync(Transaction transaction, OperatorId id, byte[] hash) =>
        await transaction.ExecuteAsync(TakeRecoveryOnce, new { id, hash }) == 1;

    public async ValueTask<bool> RemoveAsync(Transaction transaction, OperatorId id)
    {
        await transaction.ExecuteAsync(RemoveRecovery, new { id });
        return await transaction.ExecuteAsync(Remove, new { id }) == 1;
    }
}
