using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.WeChat;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>What becomes of a message for everything WeChat, or the way to it, can answer.</summary>
public sealed class WeChatOutcomeTests : IAsyncLifetime
{
    private static readonly MessageContent Hello = new MessageContent.Text("hello");

    private readonly TestClock _clock = new(new DateTimeOffset(2026, 1, 5, 15, 30, 0, TimeSpan.Zero));
    private SimulatedWeChat _house = null!;

    public async Task InitializeAsync() => _house = await SimulatedWeChat.StartAsync(time: _clock);

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(40003, SendErrors.ChatNotFound)]
    [InlineData(43004, SendErrors.Blocked)]
    [InlineData(43019, SendErrors.Blocked)]
    [InlineData(48002, SendErrors.Blocked)]
    [InlineData(62751, SendErrors.Blocked)]
    [InlineData(10703, SendErrors.Blocked)]
    [InlineData(45015, SendErrors.WindowClosed)]
    [InlineData(45047, SendErrors.WindowClosed)]
    [InlineData(10706, SendErrors.WindowClosed)]
    [InlineData(40004, SendErrors.FileRefused)]
    [InlineData(40007, SendErrors.FileRefused)]
    [InlineData(40012, SendErrors.FileRefused)]
    [InlineData(41005, SendErrors.FileRefused)]
    [InlineData(45001, SendErrors.FileRefused)]
    [InlineData(40008, SendErrors.NotSupported)]
    [InlineData(45002, SendErrors.NotSupported)]
    [InlineData(45008, SendErrors.NotSupported)]
    [InlineData(48001, SendErrors.NotSupported)]
    [InlineData(40037, SendErrors.Rejected)]
    [InlineData(47003, SendErrors.Rejected)]
    [InlineData(40033, SendErrors.Rejected)]
    [InlineData(61451, SendErrors.Rejected)]
    [InlineData(99999, SendErrors.Rejected)]
    public async Task A_refusal_is_final_says_why_and_quotes_wechat(int code, string error)
    {
        var refused = (await OutcomeOfAsync(code)).ShouldBeOfType<SendOutcome.Refused>();

        refused.Error.Code.ShouldBe(error);
        refused.Error.Detail.ShouldContain(code.ToString(CultureInfo.InvariantCulture));
        refused.Error.Detail.ShouldContain("rid: ");
    }

    [Theory]
    [InlineData(40164, "whitelist")]
    [InlineData(89503, "administrator")]
    [InlineData(40013, "appId")]
    [InlineData(40125, "appSecret")]
    [InlineData(48004, "mp.weixin.qq.com")]
    [InlineData(50001, "mp.weixin.qq.com")]
    [InlineData(50002, "mp.weixin.qq.com")]
    public async Task What_concerns_the_account_holds_the_whole_channel_and_says_what_to_do(int code, string advice) =>
        (await OutcomeOfAsync(code)).ShouldBeOfType<SendOutcome.ChannelRejected>().Detail.ShouldContain(advice);

    [Fact]
    public async Task A_busy_wechat_is_worth_another_try() => (await OutcomeOfAsync(-1)).ShouldBeOfType<SendOutcome.NotDelivered>();

    [Fact]
    public async Task A_used_up_day_waits_for_midnight_in_china() =>
        (await OutcomeOfAsync(45009)).ShouldBe(new SendOutcome.Throttled(TimeSpan.FromMinutes(30), ThrottleScope.Channel));

    [Fact]
    public async Task Too_many_calls_wait_a_little() =>
        (await OutcomeOfAsync(45011)).ShouldBe(new SendOutcome.Throttled(TimeSpan.FromSeconds(10), ThrottleScope.Channel));

    [Fact]
    public async Task The_window_closes_48_hours_after_the_last_message()
    {
        _house.Follower.AlreadyWrote();
        _clock.Advance(TimeSpan.FromHours(48));

        (await _house.WeChat.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Refused>().Error.Code.ShouldBe(SendErrors.WindowClosed);
    }

    [Fact]
    public async Task The_sixth_answer_to_one_message_is_refused_with_words_of_its_own()
    {
        _house.Follower.AlreadyWrote();
        for (var answer = 0; answer < 5; answer++)
        {
            (await _house.WeChat.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Sent>();
        }

        (await _house.WeChat.SendAsync(Hello)).ShouldBeOfType<SendOutcome.Refused>().Error.Detail.ShouldContain("wait until they write");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(302)]
    [InlineData(404)]
    public async Task Trouble_on_the_other_side_is_worth_another_try(int status) =>
        (await OutcomeOfAsync(new Fault.HttpStatus(status))).ShouldBeOfType<SendOutcome.NotDelivered>();

    [Fact]
    public async Task A_gateway_that_gave_up_waiting_leaves_it_unknown() =>
        (await OutcomeOfAsync(new Fault.HttpStatus(504))).ShouldBeOfType<SendOutcome.Unknown>();

    [Fact]
    public async Task An_answer_that_cannot_be_read_leaves_it_unknown() =>
        (await OutcomeOfAsync(new Fault.InvalidJson())).ShouldBeOfType<SendOutcome.Unknown>();

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_leaves_it_unknown()
    {
        (await OutcomeOfAsync(new Fault.LostAnswer())).ShouldBeOfType<SendOutcome.Unknown>();

        _house.Follower.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_answer_within_thirty_seconds_leaves_it_unknown()
    {
        var hang = _house.Simulator.Faults.Add(new Fault.Hang { Method = SimulatedWeChat.CustomPath });
        var sending = _house.WeChat.SendAsync(Hello);
        await hang.Reached.WaitAsync(SimulatedWeChat.Patience);

        _clock.Advance(TimeSpan.FromSeconds(29));
        sending.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await sending.WaitAsync(SimulatedWeChat.Patience)).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Theory]
    [InlineData(SimulatedWeChat.TokenPath)]
    [InlineData("/cgi-bin/media/upload")]
    public async Task A_lost_answer_to_a_step_before_the_sending_is_no_reason_for_doubt(string path)
    {
        _house.Follower.AlreadyWrote();
        _house.Simulator.Faults.Add(new Fault.LostAnswer { Method = path });

        var picture = new MessageContent.Media(MediaKind.Image, new Attachment { MimeType = "image/png" }, Caption: null);

        (await _house.WeChat.SendAsync(picture, [1])).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    [Fact]
    public async Task Nobody_listening_means_not_delivered()
    {
        await using var alone = new WeChatUnderTest();

        (await alone.SendAsync(Hello)).ShouldBeOfType<SendOutcome.NotDelivered>();
    }

    private Task<SendOutcome> OutcomeOfAsync(int code) => OutcomeOfAsync(new Refusal(code, "as told"));

    private async Task<SendOutcome> OutcomeOfAsync(Fault fault)
    {
        _house.Follower.AlreadyWrote();
        _house.Simulator.Faults.Add(fault with { Method = SimulatedWeChat.CustomPath });
        return await _house.WeChat.SendAsync(Hello);
    }
}
