using Rozmova.Line.Tests.Simulator;

namespace Rozmova.Line.Tests;

public sealed class LineConformance(ConformanceHouse<LineUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<LineUnderTest>(house, output);

/// <summary>LINE, loaded from the plugins folder of the running program.</summary>
public sealed class LineUnderTest : PlatformUnderTest
{
    private readonly TemporaryFolder _data = new();
    private LineSimulator? _simulator;
    private TimeProvider? _time;

    public override string Key => "line";

    public override IReadOnlyList<string> Acts =>
        ["text", "image", "audio", "video", "file", "location", "press", "reply", "delete", "unknown", "block"];

    public override Credential Credential => new Credential.Header("X-Line-Signature");

    public override bool Batches => true;

    // Whether somebody blocked the account LINE does not tell a sender: the push is taken, and nothing arrives.
    public override IReadOnlyList<Trouble> Troubles =>
        [Trouble.UnknownChat, Trouble.RateLimited, Trouble.TokenExpired, Trouble.ServerError, Trouble.NoAnswer];

    public override RozmovaSetup Prepare(RozmovaSetup setup)
    {
        PluginCopy.To(_data.File("plugins/Line"));
        return setup with { Data = _data.Path };
    }

    public override async Task StartAsync(TimeProvider time)
    {
        _time = time;
        _simulator = await LineSimulator.StartAsync();
    }

    public override AccountUnderTest OpenAccount() => new LineAccount(_simulator!.Address, _simulator.AddAccount(_time!));

    public override async ValueTask DisposeAsync()
    {
        await _simulator!.DisposeAsync();
        _data.Dispose();
    }
}
