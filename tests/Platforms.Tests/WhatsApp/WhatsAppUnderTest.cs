using System.Collections.Frozen;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.WhatsApp;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>The platform as the program registers it, a simulated WhatsApp, a number there and its channel.</summary>
internal sealed class WhatsAppUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private WhatsAppUnderTest(WhatsAppSimulator simulator)
    {
        Simulator = simulator;
        Number = simulator.AddNumber(new BusinessNumberSettings
        {
            Id = Sample.Account,
            AccessToken = "EAATESTTOKEN0001",
            AppSecret = "2b7e151628aed2a6abf7158809cf4f3c",
            VerifyToken = "ours",
        });
        Customer = Number.AddCustomer("Sample User", Sample.Customer);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddWhatsApp()
            .BuildServiceProvider();
        Platform = (WhatsAppPlatform)_services.GetRequiredService<IPlatform>();
        Channel = ChannelWith([]);
    }

    public WhatsAppSimulator Simulator { get; }

    public BusinessNumber Number { get; }

    /// <summary>Has not written yet.</summary>
    public Customer Customer { get; }

    public WhatsAppPlatform Platform { get; }

    public ChannelConnection Channel { get; }

    public static async Task<WhatsAppUnderTest> StartAsync(TimeProvider? time = null) => new(
        await WhatsAppSimulator.StartAsync(new WhatsAppSimulatorOptions(), time ?? TimeProvider.System, CancellationToken.None));

    public static OutboundMessage Message(
        string chat, MessageContent content, PlatformMessageId? replyTo = null, byte[]? file = null) => new()
    {
        Id = new MessageId(Guid.Parse("019b76da-a800-7000-8000-000000000901")),
        ConversationId = new ConversationId(Guid.Empty),
        Chat = chat,
        Content = content,
        ReplyTo = replyTo,
        CreatedAt = DateTimeOffset.UnixEpoch,
        OpenFile = file is null ? null : _ => ValueTask.FromResult<Stream>(new MemoryStream(file)),
    };

    public ChannelConnection ChannelWith(Dictionary<string, object?> settings)
    {
        Dictionary<string, object> all = new()
        {
            ["accessToken"] = Number.Settings.AccessToken,
            ["phoneNumberId"] = Number.Settings.Id,
            ["businessAccountId"] = Number.Settings.BusinessAccountId,
            ["appSecret"] = Number.Settings.AppSecret,
            ["verifyToken"] = Number.Settings.VerifyToken,
            ["apiVersion"] = "v25.0",
            ["baseUrl"] = Simulator.BaseAddress.ToString(),
        };
        foreach (var (name, value) in settings)
        {
            all.Remove(name);
            if (value is not null)
            {
                all[name] = value;
            }
        }

        return new ChannelConnection(new ChannelId(Guid.Empty), "whatsapp", all.ToFrozenDictionary(), webhookUrl: null);
    }

    public async Task<SendOutcome> SendAsync(
        MessageContent content, PlatformMessageId? replyTo = null, byte[]? file = null, string chat = Sample.Customer) =>
        await Platform.SendAsync(Channel, Message(chat, content, replyTo, file), CancellationToken.None);

    /// <summary>Sends it and gives it as it arrived, right after the customer wrote.</summary>
    public async Task<BusinessMessage> ArrivedAsync(MessageContent content, PlatformMessageId? replyTo = null, byte[]? file = null)
    {
        Customer.SendText("Good day");
        var sent = (await SendAsync(content, replyTo, file)).ShouldBeOfType<SendOutcome.Sent>();
        var arrived = Customer.Received.ShouldHaveSingleItem();
        sent.Id.ShouldBe(new PlatformMessageId(arrived.Id));
        return arrived;
    }

    public async Task<byte[]> DownloadAsync(string fileId)
    {
        using var api = new HttpClient(new SocketsHttpHandler()) { BaseAddress = Simulator.BaseAddress };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Number.Settings.AccessToken);
        return await api.GetByteArrayAsync($"/files/{fileId}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
