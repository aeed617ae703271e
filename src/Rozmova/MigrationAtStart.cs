using Rozmova.Messaging;
using Rozmova.Storage;
using Rozmova.Workspace.Live;

namespace Rozmova;

/// <summary>Brings the database up to date, and tells it who listens, before anything else starts.</summary>
internal sealed partial class MigrationAtStart(
    Database database, ICommitListener listener, ILogger<MigrationAtStart> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        database.Listener = listener;
        var applied = await database.MigrateAsync(cancellationToken);
        if (applied.Count > 0)
        {
            Migrated(logger, string.Join(", ", applied));
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventIds.Host + 1, LogLevel.Information, "Database migrated: {Versions}")]
    private static partial void Migrated(ILogger logger, string versions);
}
