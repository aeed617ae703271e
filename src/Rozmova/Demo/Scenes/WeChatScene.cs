using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.WeChat;

namespace Rozmova.Demo.Scenes;

/// <summary>An official account whose pushes are encrypted.</summary>
internal sealed class WeChatScene : IDemoScene
{
    private const long MessageIds = 24_567_890_123_456_800;

    private readonly WeChatSimulator _simulator;
    private readonly OfficialAccount _account;
    private readonly Follower _fang;

    private WeChatScene(WeChatSimulator simulator)
    {
        _simulator = simulator;
        _account = simulator.AddAccount(new AccountSettings
        {
            AppId = "wx00000000000d3000",
            AppSecret = "demo-secret-of-a-simulated-wechat",
            Token = "flowers",
            EncodingAesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            Mode = PushMode.Secure,
        });
        _fang = _account.AddFollower("o6_bmjrPTlm6_2sgVt7hMZOPfL2M");
        _fang.Remark = "王芳 Wang Fang";
        People = [Play(_fang, "Room 412, thank you! 谢谢", "🌸🌸🌸")];
    }

    public string Platform => "wechat";

    public string ChannelName => "Flower shop on WeChat";

    public JsonObject Settings => new()
    {
        ["appId"] = _account.Settings.AppId,
        ["appSecret"] = _account.Settings.AppSecret,
        ["token"] = _account.Settings.Token,
        ["encodingAesKey"] = _account.Settings.EncodingAesKey,
    };

    public JsonObject Addresses => new() { ["baseUrl"] = _simulator.BaseAddress.ToString() };

    public string SeenState => "sent";

    public IReadOnlyList<DemoPerson> People { get; }

    public static async Task<IDemoScene> StartAsync(CancellationToken cancellationToken) =>
        new WeChatScene(await WeChatSimulator.StartAsync(
            new WeChatSimulatorOptions { FirstMessageId = MessageIds + (SceneList.FirstNumber * 1000L) },
            TimeProvider.System, cancellationToken));

    public async Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken)
    {
        _account.WebhookUrl = channel.Webhook;
        if (!await _account.VerifyWebhookAsync(cancellationToken))
        {
            throw new DemoFailedException("The webhook did not prove to be ours.");
        }
    }

    /// <summary>One act after the other is answered: WeChat pushes side by side.</summary>
    public async Task GreetAsync(CancellationToken cancellationToken)
    {
        await _fang.Subscribe().Ended.WaitAsync(cancellationToken);
        await _fang.SendText("你好! Can you bring 11 roses to a hotel tonight?").Ended.WaitAsync(cancellationToken);
        await _fang.SendLocation(50.4478, 30.5224, "Khreshchatyk 5, Kyiv").Ended.WaitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static DemoPerson Play(Follower follower, params string[] lines) => new(follower.Remark, lines)
    {
        WriteAsync = (text, cancellationToken) => follower.SendText(text).Ended.WaitAsync(cancellationToken),
        SendPictureAsync = (picture, cancellationToken) =>
            follower.SendImage(new SimulatedFile("bouquet.png", "image/png", picture)).Ended.WaitAsync(cancellationToken),
        ReceiveAsync = async (number, cancellationToken) =>
        {
            await follower.WaitForMessageAsync(_ => follower.Messages.Count > number, cancellationToken);
            return follower.Messages[number].Text ?? "";
        },
    };
}
