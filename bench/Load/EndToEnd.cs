using System.Diagnostics;
using Rozmova.Bench.Clients;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;

namespace Rozmova.Bench;

/// <summary>How long from a webhook's sending to its push, at half of the rate the program can take? Both sides at the same rate.</summary>
internal static class EndToEnd
{
    private const int MostMessages = 2_000_000;

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        await using var rivals = await Rivals.StartAsync(options.Store, cancellationToken);
        await using var program = await Side.OpenAsync(
            rivals.Webhook, await rivals.Product.ListenAsync(cancellationToken), options.Connections, cancellationToken);
        await using var bare = await Side.OpenAsync(
            rivals.Bare.Webhook, await rivals.Bare.ListenAsync(cancellationToken), options.Connections, cancellationToken);

        var rate = await Intake.MeasureAsync(program.Load, program.Listener, cancellationToken) / 2;
        await bare.RunAsync(rate, options.Duration, cancellationToken);
        for (var round = 0; round < options.Rounds; round++)
        {
            bare.Note(await bare.RunAsync(rate, options.Duration, cancellationToken));
            program.Note(await program.RunAsync(rate, options.Duration, cancellationToken));
        }

        new ResultTable(FormattableString.Invariant(
                $"Webhook to push, {options.Store}, at {rate:#,0} messages a second, {options.Rounds} rounds of {options.Duration.TotalSeconds} s"))
            .Compare("p50, ms", program.Middle, bare.Middle)
            .Compare("p99, ms", program.Late, bare.Late)
            .Check("bytes of a pushed message (bare)", FormattableString.Invariant(
                $"{program.Listener.FrameLength} ({bare.Listener.FrameLength})"))
            .Print();
    }

    /// <summary>One of the two: what it is sent and what it pushes.</summary>
    private sealed class Side : IAsyncDisposable
    {
        private readonly long[] _sent = new long[MostMessages];
        private readonly long[] _arrived = new long[MostMessages];

        private Side(WebhookLoad load, LiveSocket socket)
        {
            Load = load;
            Listener = new PushListener(socket, _arrived);
        }

        public WebhookLoad Load { get; }

        public PushListener Listener { get; }

        public Sample Middle { get; } = new();

        public Sample Late { get; } = new();

        public static async Task<Side> OpenAsync(WebhookTarget target, LiveSocket socket, int connections, CancellationToken cancellationToken) =>
            new(await WebhookLoad.OpenAsync(target, connections, cancellationToken), socket);

        public async Task<Sample> RunAsync(double rate, TimeSpan duration, CancellationToken cancellationToken)
        {
            Array.Clear(_sent);
            await Load.RunPacedAsync(rate, (int)(rate * duration.TotalSeconds), _sent, cancellationToken);
            await Listener.ReachAsync(Load.Acknowledged, DrainLimit, cancellationToken);
            var times = new Sample();
            for (var number = 0; number < MostMessages; number++)
            {
                if (_sent[number] != 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(_sent[number], _arrived[number]).TotalMilliseconds);
                }
            }

            return times;
        }

        public void Note(Sample times)
        {
            Middle.Add(times.Median);
            Late.Add(times.At(0.99));
        }

        public async ValueTask DisposeAsync()
        {
            await Listener.DisposeAsync();
            Load.Dispose();
        }
    }
}
