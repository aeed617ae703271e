using Rozmova.Testing;

namespace Rozmova.Storage.Tests.Conversations;

/// <summary>A test with an inbox of its own on one of the engines.</summary>
public abstract class InboxTests(Func<Task<Engine>> open) : IAsyncLifetime
{
    private protected Engine Engine { get; private set; } = null!;

    private protected Inbox Inbox { get; private set; } = null!;

    private protected TestClock Clock => Engine.Clock;

    public async Task InitializeAsync()
    {
        Engine = await open();
        Inbox = new Inbox(Engine.Database, Clock);
    }

    public async Task DisposeAsync() => await Engine.DisposeAsync();
}
