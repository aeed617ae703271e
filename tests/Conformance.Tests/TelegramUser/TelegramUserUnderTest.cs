using Microsoft.Extensions.DependencyInjection;
using Rozmova.Platforms.TelegramUser;
using Rozmova.Simulators.TelegramUser;
using Rozmova.Testing.Running;

namespace Rozmova.Conformance.Tests.TelegramUser;

public sealed class TelegramUserConformance(ConformanceHouse<TelegramUserUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<TelegramUserUnderTest>(house, output);

/// <summary>Telegram accounts: the simulated TDLib stands in for the library, within the program.</summary>
public sealed class TelegramUserUnderTest : PlatformUnderTest
{
    private static int _lastNumber = 100;

    private TdSimulator? _simulator;

    public override string Key => "telegram-user";

    public override IReadOnlyList<string> Acts =>
    [
        "text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "reply", "edit", "delete", "reaction", "unknown",
        "read",
    ];

    public override Credential? Credential => null;

    // A session that ends asks for a new sign-in instead of other settings; TDLib itself asks again where Telegram does not answer.
    public override IReadOnlyList<Trouble> Troubles => [Trouble.Blocked, Trouble.UnknownChat, Trouble.RateLimited, Trouble.ServerError];

    public override RozmovaSetup Prepare(RozmovaSetup setup) => setup with
    {
        Services = services => services.AddSingleton<ITdJson>(new SimulatedTdJson(_simulator!)),
    };

    public override Task StartAsync(TimeProvider time)
    {
        _simulator = new TdSimulator(time);
        return Task.CompletedTask;
    }

    public override AccountUnderTest OpenAccount() =>
        new TelegramUserAccount(_simulator!.AddAccount($"+38050111{Interlocked.Increment(ref _lastNumber)}", "22222"));

    public override ValueTask DisposeAsync()
    {
        _simulator?.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>The simulator in the library's place.</summary>
internal sealed class SimulatedTdJson(TdSimulator simulator) : ITdJson
{
    public string? Missing => null;

    public int CreateClient() => simulator.CreateClient();

    public void Send(int client, string request) => simulator.Send(client, request);

    public string? Receive(TimeSpan patience) => simulator.Receive(patience);

    public string? Execute(string request) => null;
}
