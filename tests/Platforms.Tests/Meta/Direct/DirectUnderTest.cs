using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Instagram;
using Rozmova.Platforms.Messenger;
using Rozmova.Platforms.Meta.Direct;
using Rozmova.Simulators.Meta;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.Meta.Direct;

/// <summary>One of the two platforms as the program registers it, an account at a simulated Meta, and somebody who wrote there.</summary>
internal sealed class DirectUnderTest : IAsyncDisposable
{
    private const string Secret = "2b7e151628aed2a6abf7158809cf4f3c";

    private readonly ServiceProvider _services;

    private DirectUnderTest(MetaSimulator simulator, MetaAccount account, TestClock clock)
    {
        Simulator = simulator;
        Account = account;
        Clock = clock;
        Customer = account.AddCustomer("Olena", "Shevchenko");
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging()
            .AddMessenger()
            .AddInstagram()
            .BuildServiceProvider();
        Platform = _services.GetServices<IPlatform>().Cast<DirectPlatform>()
            .Single(platform => platform.Key == (account.Kind == MetaKind.Messenger ? "messenger" : "instagram"));
    }

    public MetaSimulator Simulator { get; }

    public MetaAccount Account { get; }

    public MetaCustomer Customer { get; }

    public TestClock Clock { get; }

    public DirectPlatform Platform { get; }

    public ChannelConnection Channel => ChannelWith([]);

    public static async Task<DirectUnderTest> MessengerAsync()
    {
        var (simulator, clock) = await StartAsync();
        return new DirectUnderTest(simulator, simulator.AddPage("104000000000001", "EAApage", Secret), clock);
    }

    /// <summary>A token that begins with IG is of Instagram Login, any other of Facebook Login.</summary>
    public static async Task<DirectUnderTest> InstagramAsync(string token = "EAAinstagram")
    {
        var (simulator, clock) = await StartAsync();
        return new DirectUnderTest(simulator, simulator.AddInstagram("17841400000000001", token, Secret), clock);
    }

    public ChannelConnection ChannelWith(Dictionary<string, object> settings)
    {
        var isPage = Account.Kind == MetaKind.Messenger;
        Dictionary<string, object> all = new()
        {
            [isPage ? "pageAccessToken" : "accessToken"] = Account.Token,
            [isPage ? "pageId" : "accountId"] = Account.Id,
            ["appSecret"] = Secret,
            ["verifyToken"] = "verify",
            ["apiVersion"] = "v25.0",
            ["baseUrl"] = Simulator.BaseAddress.ToString(),
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new ChannelConnection(new ChannelId(Guid.Empty), Platform.Key, all.ToFrozenDictionary(), webhookUrl: null);
    }

    public async Task<SendOutcome> SendAsync(MessageContent content, Func<OutboundMessage, OutboundMessage>? change = null)
    {
        var message = new OutboundMessage
        {
            Id = new MessageId(Guid.Parse("019b7500-0000-7000-8000-000000000017")),
            ConversationId = new ConversationId(Guid.CreateVersion7(Clock.GetUtcNow())),
            Chat = Customer.Id,
            Content = content,
            CreatedAt = Clock.GetUtcNow(),
            LastInboundAt = Customer.LastActAt,
        };
        return await Platform.SendAsync(Channel, change?.Invoke(message) ?? message, CancellationToken.None);
    }

    /// <summary>Sends, and gives what reached the customer.</summary>
    public async Task<MetaMessage> ArrivedAsync(MessageContent content, Func<OutboundMessage, OutboundMessage>? change = null)
    {
        var sent = (await SendAsync(content, change)).ShouldBeOfType<SendOutcome.Sent>();
        return Customer.Received.Single(message => message.Mid == sent.Id.Id);
    }

    public async Task<SendError> RefusedAsync(MessageContent content, Func<OutboundMessage, OutboundMessage>? change = null) =>
        (await SendAsync(content, change)).ShouldBeOfType<SendOutcome.Refused>().Error;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private static async Task<(MetaSimulator Simulator, TestClock Clock)> StartAsync()
    {
        var clock = new TestClock();
        return (await MetaSimulator.StartAsync(new MetaSimulatorOptions(), clock, CancellationToken.None), clock);
    }
}
