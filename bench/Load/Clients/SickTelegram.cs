using Rozmova.Bench.Servers;
using Rozmova.Bench.Writers;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Bench.Clients;

/// <summary>A simulated Telegram whose customers wait for answers that it does not let through.</summary>
internal sealed class SickTelegram : IAsyncDisposable
{
    private const string Method = "sendMessage";
    private const int FirstNumber = 900_000;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private readonly TelegramSimulator _telegram;
    private readonly ProductServer _product;
    private readonly IReadOnlyList<string> _conversations;
    private Fault.Hang? _hang;

    private SickTelegram(TelegramSimulator telegram, ProductServer product, IReadOnlyList<string> conversations)
    {
        _telegram = telegram;
        _product = product;
        _conversations = conversations;
    }

    public static async Task<SickTelegram> StartAsync(ProductServer product, int people, CancellationToken cancellationToken)
    {
        var telegram = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions(), TimeProvider.System, cancellationToken);
        var bot = telegram.AddBot(TelegramWriter.Token, "bench_bot");
        for (var person = 0; person < people; person++)
        {
            telegram.AddCustomer(bot, "Olena", id: TelegramWriter.FirstPerson + person);
        }

        using var load = await PlatformLoad.OpenAsync(
            product, AllWriters.Telegram, telegram.BaseAddress, connections: 1, FirstNumber, cancellationToken);
        await load.IntroduceAsync(people, cancellationToken);
        return new SickTelegram(telegram, product, await product.WaitForConversationsAsync(load.ChannelId, people, cancellationToken));
    }

    /// <summary>From now on every message suffers the fault; there is one waiting for each customer.</summary>
    public async Task FallIllAsync(Fault fault, CancellationToken cancellationToken)
    {
        var before = _telegram.Calls.Count(Method);
        _hang = _telegram.Faults.Add(fault with { Method = Method }) as Fault.Hang;
        foreach (var conversation in _conversations)
        {
            await _product.ReplyAsync(conversation, "Your order leaves today.", cancellationToken);
        }

        await _telegram.Calls.WaitForAsync(Method, before + 1, cancellationToken);
    }

    /// <summary>Lets everything through and waits until nothing comes any more.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        _telegram.Faults.Clear();
        _hang?.Release();
        int before;
        do
        {
            before = _telegram.Calls.Count(Method);
            await Task.Delay(Quiet, TimeProvider.System, cancellationToken);
        }
        while (_telegram.Calls.Count(Method) > before);
    }

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();
}
