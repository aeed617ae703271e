using Rozmova.Simulators.WeChat;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>A simulated WeChat with the account of <see cref="WeChatUnderTest"/>, one follower, and the platform that talks to it.</summary>
internal sealed class SimulatedWeChat : IAsyncDisposable
{
    public const string CustomPath = "/cgi-bin/message/custom/send";
    public const string TokenPath = "/cgi-bin/stable_token";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SimulatedWeChat(WeChatSimulator simulator, PushMode mode, TimeProvider time)
    {
        Simulator = simulator;
        Account = simulator.AddAccount(new AccountSettings
        {
            AppId = WeChatUnderTest.AppId,
            AppSecret = WeChatUnderTest.AppSecret,
            Token = WeChatUnderTest.Token,
            EncodingAesKey = WeChatUnderTest.EncodingAesKey,
            Mode = mode,
        });
        Follower = Account.AddFollower(WeChatUnderTest.OpenId);
        WeChat = new WeChatUnderTest(simulator.BaseAddress, time);
    }

    public WeChatSimulator Simulator { get; }

    public OfficialAccount Account { get; }

    public Follower Follower { get; }

    public WeChatUnderTest WeChat { get; }

    public static async Task<SimulatedWeChat> StartAsync(PushMode mode = PushMode.Plain, TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        return new SimulatedWeChat(await WeChatSimulator.StartAsync(new WeChatSimulatorOptions(), clock, CancellationToken.None), mode, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await WeChat.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
