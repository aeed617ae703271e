using Rozmova.Bench.Clients;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;

namespace Rozmova.Bench;

/// <summary>What does it cost while nothing happens: to start, to run, to keep sockets open, and after a lot of work?</summary>
internal static class Idle
{
    private const double Mega = 1024 * 1024;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        var (start, bareStart) = (new Sample(), new Sample());
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var opened = await Rivals.StartAsync(options.Store, cancellationToken);
            start.Add(opened.Product.Process.ReadyAfter.TotalMilliseconds);
            bareStart.Add(opened.Bare.Process.ReadyAfter.TotalMilliseconds);
        }

        await using var rivals = await Rivals.StartAsync(options.Store, cancellationToken);
        var (program, bare) = (rivals.Product.Process, rivals.Bare.Process);
        await WaitAsync(Settling, cancellationToken);
        var table = new ResultTable($"Idle cost, {options.Store}")
            .Compare("start of the process to ready, ms", start, bareStart)
            .Compare("resident memory after start, MiB", Memory(program), Memory(bare));
        await CompareProcessorAsync(program, bare, table, cancellationToken);

        var (sockets, bareSockets) = (new Sample(), new Sample());
        for (var round = 0; round < options.Rounds; round++)
        {
            sockets.Add(await SocketCostAsync(program, rivals.Product.ListenAsync, options.Sockets, cancellationToken));
            bareSockets.Add(await SocketCostAsync(bare, rivals.Bare.ListenAsync, options.Sockets, cancellationToken));
        }

        table.Compare(FormattableString.Invariant($"memory of each of {options.Sockets:#,0} idle sockets, KiB"), sockets, bareSockets);
        await LoadAsync(rivals, options, table, cancellationToken);
        table.Print();
    }

    private static async Task CompareProcessorAsync(
        ChildProcess program, ChildProcess bare, ResultTable table, CancellationToken cancellationToken)
    {
        var (before, bareBefore) = (program.ProcessorTime, bare.ProcessorTime);
        await WaitAsync(Watched, cancellationToken);
        table.Compare(FormattableString.Invariant($"processor time in {Watched.TotalSeconds} idle seconds, ms"),
            One((program.ProcessorTime - before).TotalMilliseconds), One((bare.ProcessorTime - bareBefore).TotalMilliseconds));
    }

    /// <summary>KiB a socket, by how much the resident memory grows from when a first few are open.</summary>
    private static async Task<double> SocketCostAsync(
        ChildProcess process, Func<CancellationToken, Task<LiveSocket>> connect, int count, CancellationToken cancellationToken)
    {
        await using var few = await Crowd.OpenAsync(connect, 50, cancellationToken);
        await WaitAsync(Settling, cancellationToken);
        var before = process.Memory;
        await using var many = await Crowd.OpenAsync(connect, count, cancellationToken);
        await WaitAsync(Settling, cancellationToken);
        return (process.Memory - before) / 1024.0 / count;
    }

    private static async Task LoadAsync(Rivals rivals, LoadOptions options, ResultTable table, CancellationToken cancellationToken)
    {
        using var load = await WebhookLoad.OpenAsync(rivals.Webhook, options.Connections, cancellationToken);
        await using var listener = new PushListener(
            await rivals.Product.ListenAsync(cancellationToken), arrivals: null, rivals.Product.ListenAfterAsync);
        foreach (var part in new[] { options.Messages / 4, options.Messages / 4, options.Messages / 2 })
        {
            await load.RunAsync(DrainLimit, part, cancellationToken);
            await listener.ReachAsync(load.Acknowledged, DrainLimit, cancellationToken);
            await WaitAsync(Settling, cancellationToken);
            table.Only(FormattableString.Invariant($"resident memory after {load.Acknowledged:#,0} messages, MiB"), Memory(rivals.Product.Process));
        }
    }

    private static Sample Memory(ChildProcess process) => One(process.Memory / Mega);

    private static Sample One(double value)
    {
        var sample = new Sample();
        sample.Add(value);
        return sample;
    }

    private static Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        Task.Delay(time, TimeProvider.System, cancellationToken);
}
