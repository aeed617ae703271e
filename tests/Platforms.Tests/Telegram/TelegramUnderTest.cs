using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Telegram;
using Rozmova.Platforms.Tests.Telegram.Simulator;

namespace Rozmova.Platforms.Tests.Telegram;

/// <summary>The platform as the program registers it, and a channel that points at somebody's Bot API.</summary>
internal sealed class TelegramUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TelegramUnderTest(Uri baseUrl, TimeProvider time, ILoggerProvider? logs)
    {
        var services = new ServiceCollection().AddSingleton(time);
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        services.AddTelegram();
        _services = services.BuildServiceProvider();
        Platform = (TelegramPlatform)_services.GetRequiredService<IPlatform>();
        BaseUrl = baseUrl;
        Channel = ChannelWith([]);
    }

    public TelegramPlatform Platform { get; }

    public Uri BaseUrl { get; }

    /// <summary>A webhook channel with a secret and no public address.</summary>
    public ChannelConnection Channel { get; }

    public static TelegramUnderTest Against(Uri baseUrl, TimeProvider? time = null, ILoggerProvider? logs = null) =>
        new(baseUrl, time ?? TimeProvider.System, logs);

    public static OutboundMessage Message(
        string chat, MessageContent content, PlatformMessageId? replyTo = null, byte[]? file = null) => new()
    {
        Id = new MessageId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
        ConversationId = new ConversationId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
        Chat = chat,
        Content = content,
        ReplyTo = replyTo,
        CreatedAt = DateTimeOffset.UnixEpoch,
        OpenFile = file is null ? null : _ => ValueTask.FromResult<Stream>(new MemoryStream(file)),
    };

    public ChannelConnection ChannelWith(Dictionary<string, object> settings, Uri? webhookUrl = null)
    {
        Dictionary<string, object> all = new()
        {
            ["token"] = SimulatedTelegram.Token,
            ["mode"] = "webhook",
            ["webhookSecret"] = "Zr8_kQ2-vB71xNn4",
            ["baseUrl"] = BaseUrl.ToString(),
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new ChannelConnection(new ChannelId(Guid.Empty), "telegram", all.ToFrozenDictionary(), webhookUrl);
    }

    public Task<SendOutcome> SendAsync(
        string chat, MessageContent content, PlatformMessageId? replyTo = null, byte[]? file = null) =>
        Platform.SendAsync(Channel, Message(chat, content, replyTo, file), CancellationToken.None).AsTask();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
