using System.Diagnostics;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Servers;
using Rozmova.Bench.Writers;

namespace Rozmova.Bench.Clients;

/// <summary>How long the messages of a talk took, in ms: in to a listener, out to the platform.</summary>
internal sealed record TalkTimes(Sample ToPush, Sample ToAccepted);

/// <summary>People who write on a custom channel, and get replies, at a steady rate.</summary>
internal sealed class Talk : IAsyncDisposable
{
    public const int InboundRate = 200;
    public const int ReplyRate = 100;

    private const int ReplyLines = 16;
    private const int FirstReply = 500_000;
    private const int MostMessages = 1_000_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly long[] _written = new long[MostMessages];
    private readonly long[] _pushed = new long[MostMessages];
    private readonly long[] _accepted = new long[MostMessages];
    private readonly ProductServer _product;
    private CallbackReceiver _receiver = null!;
    private PushListener _listener = null!;
    private PlatformLoad _load = null!;
    private IReadOnlyList<string> _conversations = [];
    private int _lastReply = FirstReply;

    private Talk(ProductServer product) => _product = product;

    public static async Task<Talk> StartAsync(ProductServer product, int people, int connections, CancellationToken cancellationToken)
    {
        var talk = new Talk(product);
        talk._receiver = await CallbackReceiver.StartAsync(talk._accepted, cancellationToken);
        talk._receiver.Open();
        talk._listener = new PushListener(await product.ListenAsync(cancellationToken), talk._pushed);
        talk._load = await PlatformLoad.OpenAsync(
            product, AllWriters.Custom, talk._receiver.Address, connections, firstNumber: 0, cancellationToken);
        await talk._load.IntroduceAsync(people, cancellationToken);
        talk._conversations = await product.WaitForConversationsAsync(talk._load.ChannelId, people, cancellationToken);
        return talk;
    }

    /// <summary>Goes on for a while. A message counts from when it was due.</summary>
    public async Task<TalkTimes> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        Array.Clear(_written);
        var replies = (int)(ReplyRate * duration.TotalSeconds);
        var first = _lastReply + 1;
        _lastReply += replies;
        await Task.WhenAll(
            _load.RunPacedAsync(InboundRate, (int)(InboundRate * duration.TotalSeconds), _written, cancellationToken),
            Pace.RunAsync(ReplyRate, first, replies, ReplyLines, _written, (_, number) => _product.ReplyAsync(
                _conversations[number % _conversations.Count], MessageWriter.TextOf(number), cancellationToken), cancellationToken));
        return new TalkTimes(
            await TimesAsync(_pushed, 0, FirstReply, cancellationToken), await TimesAsync(_accepted, FirstReply, MostMessages, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _load.Dispose();
        await _listener.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    private async Task<Sample> TimesAsync(long[] arrived, int from, int to, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var times = new Sample();
        for (var number = from; number < to; number++)
        {
            while (_written[number] != 0 && Volatile.Read(ref arrived[number]) == 0)
            {
                if (Stopwatch.GetElapsedTime(began) > Limit)
                {
                    throw new InvalidOperationException($"Message {number} did not arrive.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
            }

            if (_written[number] != 0)
            {
                times.Add(Stopwatch.GetElapsedTime(_written[number], arrived[number]).TotalMilliseconds);
            }
        }

        return times;
    }
}
