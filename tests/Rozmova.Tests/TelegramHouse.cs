using Rozmova.Simulators.Telegram;

namespace Rozmova.Tests;

/// <summary>The program and a simulated Telegram for the tests of one class; each test connects a bot of its own.</summary>
public class TelegramHouse : IAsyncLifetime
{
    private RozmovaServer? _server;
    private TelegramScene? _telegram;

    public RozmovaServer Server => _server!;

    public TelegramSimulator Simulator => _telegram!.Simulator;

    internal Inbox Inbox => new(Server.Client);

    protected virtual RozmovaSetup Setup => new();

    public Task<ConnectedBot> ConnectAsync(string mode = "webhook", string? path = null) =>
        _telegram!.ConnectAsync(Server.Client, mode, path);

    /// <summary>A customer of a new bot who has written one message, and the conversation it opened.</summary>
    internal async Task<(Customer Customer, string Conversation)> GreetedAsync()
    {
        var customer = (await ConnectAsync()).AddCustomer();
        customer.SendText("Good day");
        return (customer, await Inbox.ConversationOfAsync(customer.Profile.FullName));
    }

    public virtual async Task InitializeAsync()
    {
        _telegram = await TelegramScene.StartAsync();
        _server = await RozmovaServer.StartAsync(Setup);
    }

    public virtual async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await _telegram!.DisposeAsync();
    }
}
