using Microsoft.Extensions.Hosting;

namespace Rozmova.Simulators;

/// <summary>A guest in somebody else's process: it leaves Ctrl+C and SIGTERM to its host.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
