using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.WeChat;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>The platform as the program registers it, and a channel that points at somebody's API.</summary>
internal sealed class WeChatUnderTest : IAsyncDisposable
{
    public const string AppId = "wx0123456789abcdef";
    public const string AppSecret = "s3cr3t";
    public const string Token = "OmniHubToken01";
    public const string EncodingAesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string OpenId = "oUser-Demo_0000000000000001";

    private static readonly Uri Nowhere = new("http://127.0.0.1:9");
    private readonly ServiceProvider _services;

    public WeChatUnderTest(Uri? baseUrl = null, TimeProvider? time = null)
    {
        var services = new ServiceCollection().AddSingleton(time ?? TimeProvider.System).AddLogging();
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        services.AddWeChat();
        _services = services.BuildServiceProvider();
        Platform = (WeChatPlatform)_services.GetRequiredService<IPlatform>();
        BaseUrl = baseUrl ?? Nowhere;
        Channel = ChannelWith([]);
    }

    public WeChatPlatform Platform { get; }

    public Uri BaseUrl { get; }

    public ChannelConnection Channel { get; }


    public ChannelConnection ChannelWith(Dictionary<string, object?> settings, Uri? webhookUrl = null)
    {
        Dictionary<string, object> all = new()
        {
            ["appId"] = AppId,
            ["appSecret"] = AppSecret,
            ["token"] = Token,
            ["encodingAesKey"] = EncodingAesKey,
            ["baseUrl"] = BaseUrl.ToString(),
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value!;
        }

        return new ChannelConnection(
            new ChannelId(Guid.Empty),
            "wechat",
            all.Where(setting => setting.Value is not null).ToFrozenDictionary(),
            webhookUrl);
    }

    public static OutboundMessage Message(MessageContent content, byte[]? file = null, string chat = OpenId) => new()
    {
        Id = new MessageId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
        ConversationId = new ConversationId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)),
        Chat = chat,
        Content = content,
        CreatedAt = DateTimeOffset.UnixEpoch,
        OpenFile = file is null ? null : _ => ValueTask.FromResult<Stream>(new MemoryStream(file)),
    };

    public Task<SendOutcome> SendAsync(MessageContent content, byte[]? file = null, string chat = OpenId) =>
        Platform.SendAsync(Channel, Message(content, file, chat), CancellationToken.None).AsTask();

    public IReadOnlyList<InboundEvent> Read(string body, ChannelConnection? channel = null) =>
        Platform.Read(channel ?? Channel, Encoding.UTF8.GetBytes(body));

    /// <summary>The one event that a push of these elements brings, beside those that every push has.</summary>
    public T ReadOne<T>(string elements, long createTime = 1717000101)
        where T : InboundEvent => Read(Xml(elements, createTime)).ShouldHaveSingleItem().ShouldBeOfType<T>();

    public static string Xml(string elements, long createTime = 1717000101) =>
        "<xml><ToUserName><![CDATA[gh_0a1b2c3d4e5f]]></ToUserName><FromUserName><![CDATA[" + OpenId + "]]></FromUserName><CreateTime>"
        + createTime.ToString(CultureInfo.InvariantCulture) + "</CreateTime>" + elements + "</xml>";

    public static WebhookRequest Request(string body, params (string Name, string Value)[] query) => new(
        Encoding.UTF8.GetBytes(body),
        new Dictionary<string, string>(),
        query.ToDictionary(pair => pair.Name, pair => pair.Value),
        DateTimeOffset.UnixEpoch);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
