using System.Globalization;
using Rozmova.Bench.Clients;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;
using Rozmova.Bench.Writers;

namespace Rozmova.Bench;

/// <summary>
/// Is each platform taken in as fast as Telegram? Its own signatures, its own format, a channel of its own; Telegram's turn comes right
/// before each of the others', over the same store.
/// </summary>
internal static class Platforms
{
    private const int WarmUp = 6_400;
    private const int Numbers = 50_000_000; // for each platform, so that no two write the same message

    private static readonly TimeSpan DrainLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DrainPoll = TimeSpan.FromMilliseconds(200);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        await using var store = await Store.OpenAsync(options.Store);
        await using var product = await ProductServer.StartAsync(await store.CreateDatabaseAsync(cancellationToken), cancellationToken);
        await using var api = await CallbackReceiver.StartAsync(arrivals: null, cancellationToken);
        api.Open();
        await using var listener = new PushListener(
            await product.ListenAsync(cancellationToken), arrivals: null, product.ListenAfterAsync);
        var loads = await OpenAsync(product, api.Address, options.Connections, cancellationToken);
        var (telegram, others) = (loads[0], loads.Skip(1).Select(load => new Turns(load)).ToArray());
        foreach (var load in loads)
        {
            await RateAsync(load, WarmUp);
        }

        var count = (int)(await RateAsync(telegram, WarmUp) * options.Duration.TotalSeconds);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var other in others)
            {
                other.Add(telegram: await RateAsync(telegram, count), await RateAsync(other.Load, count));
            }
        }

        var (stored, different) = await product.CountAsync(cancellationToken);
        var table = new ResultTable($"Platforms, {options.Store}, {options.Connections} connections, {options.Rounds} rounds of {count:#,0} webhooks",
            "platform", "telegram");
        foreach (var other in others)
        {
            table.Compare($"{other.Load.Name}: webhooks answered 200, per second", other.Own, other.Telegram, other.Ratio);
        }

        table.Check("acknowledged, stored, different", Counts(loads.Sum(load => load.Acknowledged), stored, different)).Print();
        loads.ForEach(load => load.Dispose());

        // What is taken in is filed before the next begins, so that nobody works off what another left.
        async Task<double> RateAsync(PlatformLoad load, int messages)
        {
            var rate = await load.RunAsync(messages, cancellationToken);
            await DrainAsync(product, loads.Sum(each => each.Acknowledged), cancellationToken);
            return rate;
        }
    }

    /// <summary>Asks the store: the listener may have lagged and begun anew.</summary>
    private static async Task DrainAsync(ProductServer product, long messages, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(DrainLimit);
        while ((await product.CountAsync(limit.Token)).Stored < messages)
        {
            await Task.Delay(DrainPoll, TimeProvider.System, limit.Token);
        }
    }

    private static async Task<List<PlatformLoad>> OpenAsync(
        ProductServer product, Uri api, int connections, CancellationToken cancellationToken)
    {
        List<PlatformLoad> loads = [];
        foreach (var writer in AllWriters.Others.Prepend(AllWriters.Telegram))
        {
            loads.Add(await PlatformLoad.OpenAsync(product, writer, api, connections, loads.Count * Numbers, cancellationToken));
        }

        return loads;
    }

    private static string Counts(long acknowledged, long stored, long different) =>
        string.Create(CultureInfo.InvariantCulture, $"{acknowledged:#,0} {stored:#,0} {different:#,0}")
        + (acknowledged == stored && stored == different ? "" : " WRONG");

    /// <summary>A platform, and what its turns and those of Telegram before them came to.</summary>
    private sealed record Turns(PlatformLoad Load)
    {
        public Sample Own { get; } = new();

        public Sample Telegram { get; } = new();

        public Sample Ratio { get; } = new();

        public void Add(double telegram, double own)
        {
            Telegram.Add(telegram);
            Own.Add(own);
            Ratio.Add(own / telegram);
        }
    }
}
