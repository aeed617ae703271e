using System.Diagnostics;
using System.Globalization;
using Rozmova.Bench.Clients;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;

namespace Rozmova.Bench;

/// <summary>
/// How many webhooks a second become durable? The program also deduplicates them, files them in its tables and pushes them to a
/// listener; the bare limit verifies, parses and commits the same bytes.
/// </summary>
internal static class Intake
{
    private const int NoLimit = int.MaxValue / 2;
    private const int WarmUp = 40_000; // the just-in-time compiler is done by then
    private static readonly TimeSpan WarmUpLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MeasureTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        await using var rivals = await Rivals.StartAsync(options.Store, cancellationToken);
        using var bare = await WebhookLoad.OpenAsync(rivals.Bare.Webhook, options.Connections, cancellationToken);
        using var load = await WebhookLoad.OpenAsync(rivals.Webhook, options.Connections, cancellationToken);
        await using var listener = new PushListener(await rivals.Product.ListenAsync(cancellationToken), null);
        await bare.RunAsync(WarmUpLimit, WarmUp, cancellationToken);
        await load.RunAsync(WarmUpLimit, WarmUp, cancellationToken);

        var (accepted, pushed, drain, limit) = (new Sample(), new Sample(), new Sample(), new Sample());
        var (cost, bareCost) = (new Sample(), new Sample());
        for (var round = 0; round < options.Rounds; round++)
        {
            await listener.ReachAsync(load.Acknowledged, DrainLimit, cancellationToken);
            var (before, processor) = (bare.Acknowledged, rivals.Bare.Process.ProcessorTime);
            limit.Add(await RateAsync(bare, options.Duration, cancellationToken));
            bareCost.Add(Cost(rivals.Bare.Process, processor, bare.Acknowledged - before));

            (before, processor) = (load.Acknowledged, rivals.Product.Process.ProcessorTime);
            var began = Stopwatch.GetTimestamp();
            accepted.Add(await RateAsync(load, options.Duration, cancellationToken));
            var answered = Stopwatch.GetTimestamp();
            await listener.ReachAsync(load.Acknowledged, DrainLimit, cancellationToken);
            var last = Math.Max(listener.LastArrival, answered);
            pushed.Add((load.Acknowledged - before) / Stopwatch.GetElapsedTime(began, last).TotalSeconds);
            drain.Add(Stopwatch.GetElapsedTime(answered, last).TotalMilliseconds);
            cost.Add(Cost(rivals.Product.Process, processor, load.Acknowledged - before));
        }

        var (stored, different) = await rivals.Product.CountAsync(cancellationToken);
        new ResultTable($"Intake, {options.Store}, {options.Connections} connections, {options.Rounds} rounds of {options.Duration.TotalSeconds} s")
            .Compare("webhooks answered 200, per second", accepted, limit)
            .Compare("the same until the last is pushed, per second", pushed, limit)
            .Compare("processor time of the server per message, µs", cost, bareCost)
            .Only("from the last 200 to the last push, ms", drain)
            .Check("acknowledged, stored, different", Counts(load.Acknowledged, stored, different))
            .Print();
    }

    /// <summary>Messages a second the program takes, for those who need to know how much half of it is.</summary>
    public static async Task<double> MeasureAsync(WebhookLoad load, PushListener listener, CancellationToken cancellationToken)
    {
        await load.RunAsync(WarmUpLimit, WarmUp, cancellationToken);
        await listener.ReachAsync(load.Acknowledged, DrainLimit, cancellationToken);
        var (before, began) = (load.Acknowledged, Stopwatch.GetTimestamp());
        await RateAsync(load, MeasureTime, cancellationToken);
        await listener.ReachAsync(load.Acknowledged, DrainLimit, cancellationToken);
        return (load.Acknowledged - before) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> RateAsync(WebhookLoad load, TimeSpan duration, CancellationToken cancellationToken)
    {
        var before = load.Acknowledged;
        var took = await load.RunAsync(duration, NoLimit, cancellationToken);
        return (load.Acknowledged - before) / took.TotalSeconds;
    }

    /// <summary>Microseconds of processor time a message costs the server: what is left of a comparison on a busy machine.</summary>
    private static double Cost(ChildProcess server, TimeSpan before, int messages) =>
        (server.ProcessorTime - before).TotalMicroseconds / messages;

    private static string Counts(long acknowledged, long stored, long different) =>
        string.Create(CultureInfo.InvariantCulture, $"{acknowledged:#,0} {stored:#,0} {different:#,0}")
        + (acknowledged == stored && stored == different ? "" : " WRONG");
}
