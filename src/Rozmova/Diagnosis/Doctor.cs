using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Rozmova.Messaging.Platforms;
using Rozmova.Storage;
using Rozmova.Workspace;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Relay;

namespace Rozmova.Diagnosis;

/// <summary>Looks at what an installation stands on. Changes nothing but what connecting a channel sets anyway.</summary>
internal sealed class Doctor(IServiceProvider services)
{
    private readonly RozmovaOptions _options = services.GetRequiredService<IOptions<RozmovaOptions>>().Value;
    private readonly Database _database = services.GetRequiredService<Database>();

    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return DiskCheck.Space(_options.Data);
        yield return DiskCheck.Speed(_options.Data);
        var database = await ExamineDatabaseAsync(cancellationToken);
        yield return database;
        yield return Address();
        if (database.Health == Health.Bad)
        {
            yield break; // the channels are in there
        }

        var checkup = services.GetRequiredService<ChannelCheckup>();
        var channels = await checkup.LoadAsync(cancellationToken);
        yield return await ClockCheck.ExamineAsync(services, channels, cancellationToken);
        foreach (var channel in channels)
        {
            yield return await ExamineAsync(channel, cancellationToken);
        }
    }

    private async ValueTask<Finding> ExamineDatabaseAsync(CancellationToken cancellationToken)
    {
        const string Check = "Database";
        try
        {
            var engine = await _database.DescribeAsync(cancellationToken);
            var missing = await _database.ListMissingMigrationsAsync(cancellationToken);
            return missing.Count == 0
                ? new Finding(Check, Health.Good, engine)
                : new Finding(Check, Health.Bad, $"{engine}, not set up for this version yet: run 'migrate', or 'serve', which does it too.");
        }
        catch (Exception exception) when (exception is DbException or SqliteException or IOException)
        {
            return new Finding(Check, Health.Bad, $"{exception.Message} Check Rozmova:Database, or the rights of the data folder.");
        }
    }

    private Finding Address() => _options.PublicAddress switch
    {
        null => new Finding("Public address", Health.Doubtful,
            "Rozmova:PublicUrl is not set. Polling works without; webhooks need the https address that leads here."),
        var address => new Finding("Public address", Health.Good, address.ToString()),
    };

    private static async ValueTask<Finding> ExamineAsync(LiveChannel channel, CancellationToken cancellationToken)
    {
        var check = $"Channel {channel.Row.Name} ({channel.Row.Platform})";
        var report = await ChannelCheckup.TryAsync(channel, cancellationToken);
        var detail = report.Detail ?? (channel.Row.Detail == CannotRelayException.NoDesk ? channel.Row.Detail : null);
        return report.State switch
        {
            ConnectionState.Connected => new Finding(check, detail is null ? Health.Good : Health.Doubtful, detail ?? "Connected."),
            ConnectionState.Disabled => new Finding(check, Health.Doubtful, "Switched off."),
            _ => new Finding(check, Health.Bad, report.Detail ?? "Not connected."),
        };
    }
}
