using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Sessions;

/// <summary>
/// Sees to it that somebody can sign in: makes the configured admin, or prints a one-time link. Printed, not logged: it is a secret.
/// </summary>
internal sealed class FirstAdmin(
    IOptions<RozmovaOptions> options, IOperatorStore operators, Passwords passwords, Setup setup, OneTimeLinks links,
    ITransactions transactions, TimeProvider time, IServer server, TextWriter terminal) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AdminEmail.Length == 0)
        {
            return;
        }

        var known = await operators.FindByEmailAsync(options.Value.AdminEmail, cancellationToken);
        if (known is { Role: OperatorRole.Admin } && passwords.Matches(known, options.Value.AdminPassword))
        {
            return;
        }

        var admin = (known ?? NewAdmin()) with
        {
            Role = OperatorRole.Admin,
            PasswordHash = passwords.Hash(options.Value.AdminPassword),
            UpdatedAt = time.GetStoredNow(),
        };
        await transactions.WriteAsync(async transaction =>
        {
            await (known is null ? operators.AddAsync(transaction, admin) : operators.SaveAsync(transaction, admin));
            return true;
        }, cancellationToken);
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await setup.IsNeededAsync(cancellationToken))
        {
            var token = await transactions.WriteAsync(links.CreateSetupAsync, cancellationToken);
            await terminal.WriteLineAsync($"Nobody can sign in yet. Make the first admin here: {new Uri(Address(), OneTimeLinks.PathOf(token))}");
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Uri Address()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost/";
        return options.Value.PublicAddress ?? new Uri(listening.Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal));
    }

    private Operator NewAdmin() => new()
    {
        Id = new OperatorId(Guid.CreateVersion7(time.GetUtcNow())),
        Name = "Admin",
        Email = options.Value.AdminEmail,
        Role = OperatorRole.Admin,
        CreatedAt = time.GetStoredNow(),
        UpdatedAt = time.GetStoredNow(),
    };
}
