using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Conformance.Tests.SellerCrm;

public sealed class SellerCrmConformance(ConformanceHouse<SellerCrmUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<SellerCrmUnderTest>(house, output);

/// <summary>A seller's CRM. It is polled so rarely here that whatever comes in comes by a signal.</summary>
public sealed class SellerCrmUnderTest : PlatformUnderTest
{
    private static long _lastSeller = 479_000;

    private SellerCrmSimulator? _simulator;

    public override string Key => "seller-crm";

    public override IReadOnlyList<string> Acts => ["text", "image", "file", "delete", "read"];

    public override Credential Credential => new Credential.Query("key");

    public override bool SignsBody => false;

    // Buyers cannot block a shop.
    public override IReadOnlyList<Trouble> Troubles =>
        [Trouble.UnknownChat, Trouble.RateLimited, Trouble.TokenExpired, Trouble.ServerError, Trouble.NoAnswer];

    public override async Task StartAsync(TimeProvider time) =>
        _simulator = await SellerCrmSimulator.StartAsync(new SellerCrmSimulatorOptions(), time, CancellationToken.None);

    public override AccountUnderTest OpenAccount()
    {
        var number = Interlocked.Increment(ref _lastSeller);
        return new SellerCrmAccount(_simulator!, _simulator!.AddSeller(number, $"9F2A7C41D0E84B6FA3C5E19D{number:X8}"));
    }

    public override ValueTask DisposeAsync() => _simulator!.DisposeAsync();
}
