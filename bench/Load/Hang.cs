using Rozmova.Bench.Clients;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Bench;

/// <summary>
/// Does a broken platform delay another? A simulated Telegram takes what is sent to it and never answers, or fails; meanwhile people
/// write on a custom channel and are answered there. Right before, the same while nothing is sent to Telegram.
/// </summary>
internal static class Hang
{
    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        await using var store = await Store.OpenAsync(options.Store);
        await using var product = await ProductServer.StartAsync(await store.CreateDatabaseAsync(cancellationToken), cancellationToken);
        await using var telegram = await SickTelegram.StartAsync(product, options.Chats, cancellationToken);
        await using var talk = await Talk.StartAsync(product, options.Chats, options.Connections, cancellationToken);
        await talk.RunAsync(options.Duration, cancellationToken); // warms up

        var (hanging, failing) = (new Pair("hangs"), new Pair("fails"));
        for (var round = 0; round < options.Rounds; round++)
        {
            await MeasureAsync(hanging, new Fault.Hang { Count = int.MaxValue });
            await MeasureAsync(failing, Refusal.ServerError() with { Count = int.MaxValue });
        }

        var table = new ResultTable(FormattableString.Invariant(
                $"A custom channel while Telegram is broken, {options.Store}, {Talk.InboundRate} messages and {Talk.ReplyRate} replies a second, {options.Rounds} rounds of {options.Duration.TotalSeconds} s"),
            "beside it", "alone");
        hanging.AddTo(table);
        failing.AddTo(table);
        table.Print();

        async Task MeasureAsync(Pair pair, Fault fault)
        {
            var alone = await talk.RunAsync(options.Duration, cancellationToken);
            await telegram.FallIllAsync(fault, cancellationToken);
            var beside = await talk.RunAsync(options.Duration, cancellationToken);
            await telegram.RecoverAsync(cancellationToken);
            pair.Add(beside, alone);
        }
    }

    /// <summary>Turns beside a broken Telegram, and those right before them.</summary>
    private sealed class Pair(string what)
    {
        private readonly (Sample Beside, Sample Alone, Sample Ratio) _push = (new(), new(), new());
        private readonly (Sample Beside, Sample Alone, Sample Ratio) _reply = (new(), new(), new());

        public void Add(TalkTimes beside, TalkTimes alone)
        {
            Add(_push, beside.ToPush.At(0.99), alone.ToPush.At(0.99));
            Add(_reply, beside.ToAccepted.At(0.99), alone.ToAccepted.At(0.99));
        }

        public void AddTo(ResultTable table) => table
            .Compare($"it {what}: webhook to push, p99, ms", _push.Beside, _push.Alone, _push.Ratio)
            .Compare($"it {what}: reply to accepted, p99, ms", _reply.Beside, _reply.Alone, _reply.Ratio);

        private static void Add((Sample Beside, Sample Alone, Sample Ratio) samples, double beside, double alone)
        {
            samples.Beside.Add(beside);
            samples.Alone.Add(alone);
            samples.Ratio.Add(beside / alone);
        }
    }
}
