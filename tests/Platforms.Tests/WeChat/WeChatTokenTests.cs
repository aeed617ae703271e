using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators.WeChat;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>One access token for all who call, renewed by one of them.</summary>
public sealed class WeChatTokenTests : IAsyncLifetime
{
    private static readonly MessageContent Hello = new MessageContent.Text("hello");

    private readonly TestClock _clock = new();
    private SimulatedWeChat _house = null!;

    private int Fetched => _house.Simulator.Calls.Count(SimulatedWeChat.TokenPath);

    public async Task InitializeAsync()
    {
        _house = await SimulatedWeChat.StartAsync(time: _clock);
        for (var index = 0; index < 20; index++)
        {
            _house.Account.AddFollower($"o{index}").AlreadyWrote();
        }
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Many_who_send_at_once_fetch_one()
    {
        var outcomes = await SendToAllAsync();

        outcomes.ShouldAllBe(outcome => outcome is SendOutcome.Sent);
        Fetched.ShouldBe(1);
    }

    [Fact]
    public async Task Many_whose_token_is_refused_at_once_fetch_one_more()
    {
        await SendToAllAsync();
        _house.Account.Tokens.Revoke();

        var outcomes = await SendToAllAsync();

        outcomes.ShouldAllBe(outcome => outcome is SendOutcome.Sent);
        Fetched.ShouldBe(2);
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task A_refused_token_is_replaced_and_the_call_repeated_once(int code)
    {
        _house.Simulator.Faults.Add(new Refusal(code, "not latest") { Method = SimulatedWeChat.CustomPath });

        (await SendAsync("o1")).ShouldBeOfType<SendOutcome.Sent>();

        _house.Simulator.Calls.Count(SimulatedWeChat.CustomPath).ShouldBe(2);
    }

    [Fact]
    public async Task Where_wechat_insists_on_the_refused_token_it_is_made_to_give_another()
    {
        _house.Simulator.Faults.Add(new Refusal(40001, "not latest") { Method = SimulatedWeChat.CustomPath });

        await SendAsync("o1");

        _house.Simulator.Calls.Of(SimulatedWeChat.TokenPath).Select(call => (bool)call.Json["force_refresh"]!).ShouldBe([false, false, true]);
        _house.Account.Tokens.Issued.ShouldBe(2);
    }

    [Fact]
    public async Task Refused_twice_it_is_the_channels_trouble_and_nobody_goes_round_in_circles()
    {
        _house.Simulator.Faults.Add(new Refusal(40001, "not latest") { Method = SimulatedWeChat.CustomPath, Count = 2 });

        (await SendAsync("o1")).ShouldBeOfType<SendOutcome.ChannelRejected>().Detail.ShouldContain("appSecret");

        _house.Simulator.Calls.Count(SimulatedWeChat.CustomPath).ShouldBe(2);
    }

    [Fact]
    public async Task One_that_is_not_given_is_asked_for_once_and_then_left_to_the_admin()
    {
        _house.Simulator.Faults.Add(new Refusal(89503, "confirm first") { Method = SimulatedWeChat.TokenPath, Count = 5 });

        (await SendAsync("o1")).ShouldBeOfType<SendOutcome.ChannelRejected>();

        Fetched.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_renewed_before_it_ends()
    {
        await SendAsync("o1");
        _clock.Advance(TimeSpan.FromMinutes(114));
        await SendAsync("o1");
        Fetched.ShouldBe(1);

        _clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync("o1");

        Fetched.ShouldBe(2);
        _house.Account.Tokens.Issued.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_secret_asks_anew()
    {
        var wrong = _house.WeChat.ChannelWith(new() { ["appSecret"] = "mistyped" });

        var refused = await _house.WeChat.Platform.SendAsync(wrong, WeChatUnderTest.Message(Hello, chat: "o1"), CancellationToken.None);

        refused.ShouldBeOfType<SendOutcome.ChannelRejected>().Detail.ShouldContain("appSecret");
        (await SendAsync("o1")).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task A_checked_channel_is_connected()
    {
        var report = await ConnectAsync(_house.WeChat.ChannelWith([], new Uri("https://shop.example/hook")));

        report.ShouldBe(ConnectionReport.Connected);
    }

    [Fact]
    public async Task Without_a_public_address_it_says_what_is_missing() =>
        (await ConnectAsync(_house.WeChat.Channel)).Detail!.ShouldContain("PublicUrl");

    [Theory]
    [InlineData("appId", "wxffff", "appId")]
    [InlineData("appSecret", "mistyped", "appSecret")]
    public async Task Wrong_credentials_say_which(string setting, string value, string named)
    {
        var report = await ConnectAsync(_house.WeChat.ChannelWith(new() { [setting] = value }));

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain(named);
    }

    [Fact]
    public async Task An_address_that_is_not_let_in_is_named()
    {
        _house.Simulator.Faults.Add(
            new Refusal(40164, "invalid ip 203.0.113.9, not in whitelist") { Method = SimulatedWeChat.TokenPath });

        var report = await ConnectAsync(_house.WeChat.Channel);

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("203.0.113.9");
    }

    [Fact]
    public async Task An_answer_without_a_token_is_no_token()
    {
        await using var empty = await Receiver.Start(200, "{}");
        await using var wechat = new WeChatUnderTest(empty.Address);

        (await wechat.SendAsync(Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    private Task<SendOutcome> SendAsync(string chat) => _house.WeChat.SendAsync(Hello, chat: chat);

    private Task<SendOutcome[]> SendToAllAsync() => Task.WhenAll(Enumerable.Range(0, 20).Select(index => SendAsync($"o{index}")));

    private Task<ConnectionReport> ConnectAsync(ChannelConnection channel) =>
        _house.WeChat.Platform.ConnectAsync(channel, CancellationToken.None).AsTask();
}
