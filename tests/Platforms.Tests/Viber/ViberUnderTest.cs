using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Viber;

namespace Rozmova.Platforms.Tests.Viber;

/// <summary>The platform as the program registers it, and a channel that points at somebody's Viber.</summary>
internal sealed class ViberUnderTest : IAsyncDisposable
{
    public const string Token = "4f1a2b3c4d5e6f70-8192a3b4c5d6e7f8-0a1b2c3d4e5f6071";

    private readonly ServiceProvider _services;

    public ViberUnderTest(Uri? baseUrl = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System)
            .AddLogging();
        services.AddViber();
        _services = services.BuildServiceProvider();
        Platform = (ViberPlatform)_services.GetRequiredService<IPlatform>();
        BaseUrl = baseUrl ?? new Uri("http://127.0.0.1:9");
        Channel = ChannelWith();
    }

    public ViberPlatform Platform { get; }

    public Uri BaseUrl { get; }

    /// <summary>A channel without a public address.</summary>
    public ChannelConnection Channel { get; }

    public ChannelConnection ChannelWith(Uri? webhook = null, params (string Name, string Value)[] settings)
    {
        Dictionary<string, object> all = new() { ["token"] = Token, ["name"] = "Acme support", ["baseUrl"] = BaseUrl.ToString() };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new ChannelConnection(new ChannelId(Guid.Empty), "viber", all.ToFrozenDictionary(), webhook);
    }

    public IReadOnlyList<InboundEvent> Read(string body, string? welcome = null) => Platform.Read(
        welcome is null ? Channel : ChannelWith(webhook: null, ("welcome", welcome)), Encoding.UTF8.GetBytes(body));

    /// <summary>The one event the body is about.</summary>
    public T Read<T>(string body)
        where T : InboundEvent => Read(body).ShouldHaveSingleItem().ShouldBeOfType<T>();

    public Task<SendOutcome> SendAsync(string chat, MessageContent content, Uri? file = null) =>
        Platform.SendAsync(Channel, Message(chat, content, file), CancellationToken.None).AsTask();

    public static OutboundMessage Message(string chat, MessageContent content, Uri? file = null) => new()
    {
        Id = new MessageId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
        ConversationId = new ConversationId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
        Chat = chat,
        Content = content,
        CreatedAt = DateTimeOffset.UnixEpoch,
        FileUrl = file,
    };

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
