using Rozmova.Bench.Clients;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;

namespace Rozmova.Bench;

/// <summary>How long until one message has reached every open socket? The bare limit is a loop that writes the same frame to all.</summary>
internal static class FanOut
{
    private const int WarmUp = 20;
    private const int Repeats = 60;
    private const int MostMessages = 100_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        await using var rivals = await Rivals.StartAsync(options.Store, cancellationToken);
        using var load = await WebhookLoad.OpenAsync(rivals.Webhook, 4, cancellationToken);
        var table = new ResultTable(FormattableString.Invariant($"One message to many sockets, {options.Store}, {Repeats} messages a row, ms"));
        foreach (var count in new[] { 1, 100, options.Sockets })
        {
            await CompareAsync(rivals, load, count, table, cancellationToken);
        }

        await CheckArrivalsAsync(rivals, load, options.Sockets, table, cancellationToken);
        table.Print();
    }

    private static async Task CompareAsync(
        Rivals rivals, WebhookLoad load, int count, ResultTable table, CancellationToken cancellationToken)
    {
        await using var bareCrowd = await Crowd.OpenAsync(rivals.Bare.ListenAsync, count, cancellationToken);
        await using var crowd = await Crowd.OpenAsync(rivals.Product.ListenAsync, count, cancellationToken);
        using var push = await HttpConnection.OpenAsync(rivals.Bare.Process.Address, cancellationToken);
        var request = PushRequest.Of(rivals.Bare.Process.Address);

        var (program, bare) = (new Sample(), new Sample());
        for (var repeat = 0; repeat < WarmUp + Repeats; repeat++)
        {
            var limit = await bareCrowd.TimeAsync(() => push.SendAsync(request).AsTask(), Limit, cancellationToken);
            var time = await crowd.TimeAsync(() => load.SendOneAsync(), Limit, cancellationToken);
            if (repeat >= WarmUp)
            {
                bare.Add(limit);
                program.Add(time);
            }
        }

        table.Compare(FormattableString.Invariant($"{count:#,0} sockets"), program, bare);
    }

    /// <summary>Sockets that connect all at once while messages flow: from its hello on, each must get every number.</summary>
    private static async Task CheckArrivalsAsync(
        Rivals rivals, WebhookLoad load, int count, ResultTable table, CancellationToken cancellationToken)
    {
        var flow = load.RunPacedAsync(200, 1000, new long[MostMessages], cancellationToken);
        await using var crowd = await Crowd.OpenAsync(rivals.Product.ListenAsync, count, cancellationToken);
        await flow;
        await load.SendOneAsync();
        var (complete, missing) = await crowd.SettleAsync(Limit, cancellationToken);
        table.Check(FormattableString.Invariant($"{count:#,0} sockets connecting while 200 messages a second flow"),
            FormattableString.Invariant($"{complete:#,0} got every push, {missing:#,0} pushes missing{(complete == count && missing == 0 ? "" : " WRONG")}"));
    }
}
