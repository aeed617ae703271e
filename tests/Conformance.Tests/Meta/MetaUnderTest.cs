using Rozmova.Simulators.Meta;

namespace Rozmova.Conformance.Tests.Meta;

/// <summary>What Messenger and Instagram have alike.</summary>
public abstract class MetaUnderTest : PlatformUnderTest
{
    private static int _lastAccount = 400_000;

    private MetaSimulator? _simulator;

    public override Credential Credential => new Credential.Header("X-Hub-Signature-256");

    public override bool Batches => true;

    public override async Task StartAsync(TimeProvider time) =>
        _simulator = await MetaSimulator.StartAsync(new MetaSimulatorOptions(), time, CancellationToken.None);

    public override AccountUnderTest OpenAccount() => Open(_simulator!, Interlocked.Increment(ref _lastAccount));

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _simulator!.DisposeAsync();
    }

    private protected abstract AccountUnderTest Open(MetaSimulator simulator, int number);
}
