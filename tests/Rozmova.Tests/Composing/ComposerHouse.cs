using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Testing;

namespace Rozmova.Tests.Composing;

/// <summary>The program over one engine at a time of the test's making, with a simulated Telegram.</summary>
internal sealed class ComposerHouse : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private RozmovaSetup _setup = new();

    public TestClock Clock { get; } = new();

    public RozmovaServer Server { get; private set; } = null!;

    public Inbox Inbox => new(Server.Client);

    public TelegramScene Telegram { get; private set; } = null!;

    public static async Task<ComposerHouse> StartAsync(Engine engine)
    {
        var house = new ComposerHouse { Telegram = await TelegramScene.StartAsync() };
        house._setup = new RozmovaSetup { Data = house._folder.Path, Database = await engine.CreateAsync(), Time = house.Clock };
        house.Server = await RozmovaServer.StartAsync(house._setup);
        return house;
    }

    /// <summary>Stops the program and starts it again over the same data, perhaps later.</summary>
    public async Task RestartAsync(TimeSpan after)
    {
        await Server.DisposeAsync();
        Clock.Advance(after);
        Server = await RozmovaServer.StartAsync(_setup);
    }

    /// <summary>Another program on the same data.</summary>
    public Task<RozmovaServer> StartNeighbourAsync() => RozmovaServer.StartAsync(_setup);

    /// <summary>A customer who has written, and the conversation it opened.</summary>
    public async Task<(Simulators.Telegram.Customer Customer, string Conversation)> GreetedAsync()
    {
        var customer = (await Telegram.ConnectAsync(Server.Client)).AddCustomer();
        customer.SendText("Good day");
        return (customer, await Inbox.ConversationOfAsync(customer.Profile.FullName));
    }

    /// <summary>Asks for a text to be sent after a while.</summary>
    public Task<HttpResponseMessage> PlanAsync(HttpClient who, string conversation, string text, TimeSpan after) => who.PostAsJsonAsync(
        $"/api/v1/conversations/{conversation}/messages",
        new { content = new { type = "text", text }, sendAt = Clock.GetUtcNow() + after });

    public async Task<JsonNode> PlannedAsync(string conversation, string text, TimeSpan after)
    {
        var answer = await PlanAsync(Server.Client, conversation, text, after);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    public async Task<List<JsonNode>> WaitingAsync(string conversation) =>
        [.. (await Inbox.GetAsync($"/api/v1/conversations/{conversation}/scheduled"))["items"]!.AsArray().Select(item => item!)];

    /// <summary>Lets time go on until something has happened.</summary>
    public Task PassUntilAsync(string reason, Func<Task<bool>> condition) => Eventually.Is(
        reason,
        async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1)); // in steps so small that no call in flight runs out of time
            return await condition();
        },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Telegram.DisposeAsync();
        _folder.Dispose();
    }
}
