using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>Tries every channel as the running program would, for the doctor: credentials, webhook, reachability.</summary>
public sealed class ChannelCheckup
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly ChannelLoader _loader;
    private readonly ChannelDirectory _directory;

    internal ChannelCheckup(ChannelLoader loader, ChannelDirectory directory)
    {
        _loader = loader;
        _directory = directory;
    }

    /// <summary>The channels there are. Reads the store; the program need not run.</summary>
    public async ValueTask<IReadOnlyCollection<LiveChannel>> LoadAsync(CancellationToken cancellationToken)
    {
        await _loader.ReloadAsync(cancellationToken);
        return _directory.All;
    }

    /// <summary>How one of them stands now.</summary>
    public static async ValueTask<ConnectionReport> TryAsync(LiveChannel channel, CancellationToken cancellationToken)
    {
        if (!channel.Row.Enabled)
        {
            return new ConnectionReport(ConnectionState.Disabled);
        }

        if (channel.Platform is not IConnectingPlatform platform)
        {
            return ConnectionReport.Connected;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            return await platform.ConnectAsync(channel.Connection, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ConnectionReport.Failed($"No answer within {Longest.TotalSeconds:0} seconds. Is the platform reachable from here?");
        }
    }
}
