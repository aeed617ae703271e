using System.Collections.Frozen;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.TelegramUser;
using Rozmova.Simulators.TelegramUser;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.TelegramUser;

/// <summary>The platform as the program registers it, over a simulated TDLib, with one channel and the poller's part played by hand.</summary>
internal sealed class TelegramUserUnderTest : IAsyncDisposable
{
    public const string Phone = "+380501112233";

    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _lease = new();

    public TelegramUserUnderTest(ITdJson td, string data, TimeProvider? time = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time ?? TimeProvider.System).AddSingleton(td);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Rozmova:Data", data)]).Build());
        services.AddTelegramUser();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data, "keys")));
        _services = services.BuildServiceProvider();
        Platform = (TelegramUserPlatform)_services.GetRequiredService<IPlatform>();
    }

    public TelegramUserPlatform Platform { get; }

    public ChannelConnection Channel { get; } = new(
        new ChannelId(Guid.Empty),
        "telegram-user",
        new Dictionary<string, object>
        {
            ["apiId"] = 12345L, ["apiHash"] = "0123456789abcdef0123456789abcdef", ["phone"] = Phone,
        }.ToFrozenDictionary(),
        webhookUrl: null);

    public string? Offset { get; set; }

    public async Task<PollResult> PollAsync()
    {
        var news = await Platform.PollAsync(Channel, Offset, _lease.Token);
        Offset = news.Offset;
        return news;
    }

    /// <summary>Polls until something happened.</summary>
    public async Task<IReadOnlyList<InboundEvent>> HearAsync()
    {
        List<InboundEvent> heard = [];
        await Eventually.Is(
            "something happened",
            async () =>
            {
                heard.AddRange((await PollAsync()).Updates.SelectMany(update => Platform.Read(Channel, update)));
                return heard.Count > 0;
            },
            CancellationToken.None);
        return heard;
    }

    /// <summary>Polls until the channel stands so.</summary>
    public Task StandsAsync(ConnectionState state) => Eventually.Is(
        $"it is {state}", async () => (await PollAsync()).Report.State == state, CancellationToken.None);

    public async Task<LoginStep> StepAsync(LoginInput? input) =>
        (await Platform.LoginAsync(Channel, input, CancellationToken.None)).ShouldBeOfType<LoginAnswer.At>().Step;

    public async Task SignInAsync(SimulatedAccount account)
    {
        await StandsAsync(ConnectionState.NeedsLogin);
        await StepAsync(new LoginInput.Phone(null));
        await StepAsync(new LoginInput.Code(account.Code));
        await StandsAsync(ConnectionState.Connected);
    }

    public Task<SendOutcome> SendAsync(long chat, MessageContent content) => Platform.SendAsync(
        Channel,
        new OutboundMessage
        {
            Id = new MessageId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
            ConversationId = new ConversationId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
            Chat = $"{chat}",
            Content = content,
            CreatedAt = DateTimeOffset.UnixEpoch,
        },
        CancellationToken.None).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _lease.CancelAsync();
        await _services.DisposeAsync();
        _lease.Dispose();
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
