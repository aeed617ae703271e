using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.SellerCrm;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Platforms.Tests.SellerCrm;

/// <summary>The platform as the program registers it, a simulated CRM with one seller, and a channel for them.</summary>
internal sealed class SellerCrmUnderTest : IAsyncDisposable
{
    public const long SellerId = 479_001;
    public const string ApiKey = "9F2A7C41D0E84B6FA3C5E19D7B2204AA";
    public const string LinkKey = "a1b2c3d4e5f6";

    private readonly ServiceProvider _services;
    private string? _offset;

    private SellerCrmUnderTest(SellerCrmSimulator simulator, MovableClock clock)
    {
        (Simulator, Clock) = (simulator, clock);
        Seller = simulator.AddSeller(SellerId, ApiKey);
        _services = Register(clock);
        Platform = (SellerCrmPlatform)_services.GetRequiredService<IPlatform>();
        Channel = ChannelWith([]);
    }

    public SellerCrmSimulator Simulator { get; }

    public MovableClock Clock { get; }

    public SellerAccount Seller { get; }

    public SellerCrmPlatform Platform { get; private set; }

    public ChannelConnection Channel { get; }

    public static async Task<SellerCrmUnderTest> StartAsync(SellerCrmSimulatorOptions? options = null)
    {
        var clock = new MovableClock();
        return new SellerCrmUnderTest(
            await SellerCrmSimulator.StartAsync(options ?? new SellerCrmSimulatorOptions(), clock, CancellationToken.None), clock);
    }

    public ChannelConnection ChannelWith(Dictionary<string, object?> settings)
    {
        Dictionary<string, object> all = new()
        {
            ["sellerId"] = SellerId,
            ["apiKey"] = ApiKey,
            ["linkKey"] = LinkKey,
            ["baseUrl"] = Simulator.BaseAddress.ToString(),
            ["pollSeconds"] = 30L,
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value!;
        }

        return new ChannelConnection(
            new ChannelId(Guid.Empty), "seller-crm", all.Where(setting => setting.Value is not null).ToFrozenDictionary(), webhookUrl: null);
    }

    /// <summary>Polls at the next due time and gives what was handed over, read; what comes back is durable from then on.</summary>
    public async Task<(IReadOnlyList<InboundEvent> Events, ConnectionReport Report)> PollAsync()
    {
        Clock.Pass(TimeSpan.FromSeconds(31));
        var result = await Platform.PollAsync(Channel, _offset, CancellationToken.None);
        _offset = result.Offset;
        return ([.. result.Updates.SelectMany(update => Platform.Read(Channel, update))], result.Report);
    }

    /// <summary>Polls until nothing more comes of this look.</summary>
    public async Task<IReadOnlyList<InboundEvent>> CatchUpAsync(int polls = 3)
    {
        var events = new List<InboundEvent>();
        for (var poll = 0; poll < polls; poll++)
        {
            events.AddRange((await PollAsync()).Events);
        }

        return events;
    }

    /// <summary>The program is started anew: only the offset is left.</summary>
    public void Restart() => Platform = (SellerCrmPlatform)Register(Clock).GetRequiredService<IPlatform>();

    public Task<SendOutcome> SendAsync(SimulatedOrder order, MessageContent content, byte[]? file = null) => SendAsync(Message(order, content, file));

    public Task<SendOutcome> SendAsync(OutboundMessage message) => Platform.SendAsync(Channel, message, CancellationToken.None).AsTask();

    public OutboundMessage Message(SimulatedOrder order, MessageContent content, byte[]? file = null) => new()
    {
        Id = new MessageId(Guid.CreateVersion7(Clock.GetUtcNow())),
        ConversationId = new ConversationId(Guid.CreateVersion7(Clock.GetUtcNow())),
        Chat = ChatOf(order),
        Content = content,
        CreatedAt = Clock.GetUtcNow(),
        OpenFile = file is null ? null : _ => ValueTask.FromResult<Stream>(new MemoryStream(file)),
    };

    public static string ChatOf(SimulatedOrder order) => order.Number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private static ServiceProvider Register(TimeProvider clock)
    {
        var services = new ServiceCollection().AddSingleton(clock).AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSellerCrm();
        return services.BuildServiceProvider();
    }
}
