using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Workspace.Api.Authentication;
using Rozmova.Workspace.Settings;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Operators;

/// <summary>
/// Sees to it at start that the configured API key works and acts as an admin, and that one no longer configured does not.
/// </summary>
internal sealed class ConfiguredKey(
    IOptions<RozmovaOptions> options, IOperatorStore operators, ISettingStore settings, ITransactions transactions, TimeProvider time)
    : IHostedService
{
    private const string OwnerSetting = "configured-key-owner";
    private const string OwnerName = "API key";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var owner = await FindOwnerAsync(cancellationToken);
        if (options.Value.ApiKey.Length == 0)
        {
            if (owner is not null)
            {
                await ReplaceKeysAsync(owner, null, cancellationToken);
            }

            return;
        }

        var hash = ApiKeySecret.Hash(options.Value.ApiKey);
        if (await operators.FindByKeyAsync(hash, cancellationToken) is not { Role: OperatorRole.Admin } current || current.Id != owner?.Id)
        {
            await ReplaceKeysAsync(owner, hash, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async ValueTask<Operator?> FindOwnerAsync(CancellationToken cancellationToken) =>
        Guid.TryParse(await settings.FindAsync(OwnerSetting, cancellationToken), out var id)
            ? await operators.FindAsync(new OperatorId(id), cancellationToken)
            : null;

    private async ValueTask ReplaceKeysAsync(Operator? owner, byte[]? hash, CancellationToken cancellationToken)
    {
        var old = owner is null ? [] : await operators.ListKeysAsync(owner.Id, cancellationToken);
        await transactions.WriteAsync(async transaction =>
        {
            foreach (var key in old)
            {
                await operators.RemoveKeyAsync(transaction, key.OperatorId, key.Id);
            }

            if (hash is not null)
            {
                await AddAsync(transaction, owner, hash);
            }

            return true;
        }, cancellationToken);
    }

    private async ValueTask AddAsync(Transaction transaction, Operator? owner, byte[] hash)
    {
        var now = time.GetUtcNow();
        var admin = (owner ?? NewOwner(now)) with { Role = OperatorRole.Admin, UpdatedAt = now };
        await (owner is null ? operators.AddAsync(transaction, admin) : operators.SaveAsync(transaction, admin));
        await settings.SetAsync(transaction, OwnerSetting, admin.Id.ToString());
        await operators.AddKeyAsync(transaction, new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            OperatorId = admin.Id,
            Name = OwnerName,
            Hash = hash,
            CreatedAt = now,
        });
    }

    private static Operator NewOwner(DateTimeOffset now) => new()
    {
        Id = new OperatorId(Guid.CreateVersion7(now)),
        Name = OwnerName,
        Role = OperatorRole.Admin,
        CreatedAt = now,
        UpdatedAt = now,
    };
}
