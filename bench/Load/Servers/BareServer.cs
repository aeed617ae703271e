using Rozmova.Bench.Clients;
using Rozmova.Testing;

namespace Rozmova.Bench.Servers;

/// <summary>The bare limit as a process of its own, like the program it is compared with.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private BareServer(ChildProcess process, TemporaryFolder folder)
    {
        Process = process;
        _folder = folder;
        Webhook = new WebhookTarget(process.Address, "/webhook");
    }

    public ChildProcess Process { get; }

    public WebhookTarget Webhook { get; }

    /// <param name="database">A PostgreSQL connection string; empty for SQLite.</param>
    public static async Task<BareServer> StartAsync(string database, CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        var process = await ChildProcess.StartAsync(typeof(BareServer).Assembly.Location, address =>
            ["bare", "--urls", address.ToString(), "--data", folder.Path, "--database", database], cancellationToken);
        return new BareServer(process, folder);
    }

    public Task<LiveSocket> ListenAsync(CancellationToken cancellationToken) =>
        LiveSocket.ConnectAsync(Process.Address, "/live", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _folder.Dispose();
    }
}
