using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Custom;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.Custom;

/// <summary>A custom channel over the registered platform, with the clock in the test's hand.</summary>
internal sealed class CustomChannel : IAsyncDisposable
{
    public const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private readonly ServiceProvider _services;

    public CustomChannel(Uri? callbackUrl = null, bool allowPrivateAddresses = true)
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new(AddressPolicy.AllowPrivateAddressesKey, allowPrivateAddresses.ToString())])
                .Build())
            .AddCustom()
            .BuildServiceProvider();
        Platform = _services.GetRequiredService<IPlatform>();

        var settings = new Dictionary<string, object> { ["secret"] = Secret };
        if (callbackUrl is not null)
        {
            settings["callbackUrl"] = callbackUrl.AbsoluteUri;
        }

        Connection = new ChannelConnection(
            new ChannelId(Guid.CreateVersion7(Clock.GetUtcNow())), Platform.Key, settings.ToFrozenDictionary(), webhookUrl: null);
    }

    public TestClock Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1717000000));

    public IPlatform Platform { get; }

    public ChannelConnection Connection { get; }

    public OutboundMessage Message(MessageContent content) => new()
    {
        Id = new MessageId(Guid.CreateVersion7(Clock.GetUtcNow())),
        ConversationId = new ConversationId(Guid.CreateVersion7(Clock.GetUtcNow())),
        Chat = "u-55",
        Content = content,
        CreatedAt = Clock.GetUtcNow().AddSeconds(-2).ToOffset(TimeSpan.FromHours(3)),
    };

    public Task<SendOutcome> Send(OutboundMessage message) =>
        Platform.SendAsync(Connection, message, CancellationToken.None).AsTask();

    public Task<SendOutcome> Send(string text) => Send(Message(new MessageContent.Text(text)));

    public Task<RemoteMedia> Open(string? address) => ((IMediaPlatform)Platform)
        .OpenMediaAsync(Connection, new Attachment { RemoteKey = address }, CancellationToken.None).AsTask();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
