using Rozmova.Workspace.Channels;

namespace Rozmova.Diagnosis;

/// <summary>Our clock against a messenger's: signatures with times fail, and windows shift, when ours is wrong.</summary>
internal static class ClockCheck
{
    private const string Check = "Clock";
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(30);

    public static async ValueTask<Finding> ExamineAsync(
        IServiceProvider services, IEnumerable<LiveChannel> channels, CancellationToken cancellationToken)
    {
        var time = services.GetRequiredService<TimeProvider>();
        foreach (var address in channels.Select(channel => channel.Connection.Text("baseUrl")).OfType<string>().Distinct())
        {
            if (await AskAsync(services, address, cancellationToken) is { } theirs)
            {
                var lead = time.GetUtcNow() - theirs;
                return lead.Duration() > Tolerable
                    ? new Finding(Check, Health.Bad,
                        $"{lead.Duration().TotalSeconds:0} s {(lead > TimeSpan.Zero ? "ahead of" : "behind")} {new Uri(address).Host}. Let the machine set its clock by NTP.")
                    : new Finding(Check, Health.Good, $"Agrees with {new Uri(address).Host}.");
            }
        }

        return new Finding(Check, Health.Doubtful, $"{time.GetUtcNow():u}, compared with nobody: no channel could be asked.");
    }

    private static async ValueTask<DateTimeOffset?> AskAsync(IServiceProvider services, string address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
            using var answer = await http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return answer.Headers.Date;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null; // unreachable: the channel's own check says so
        }
    }
}
