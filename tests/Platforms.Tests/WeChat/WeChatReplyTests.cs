using Rozmova.Messaging;
using Rozmova.Platforms.WeChat;
using Rozmova.Simulators;
using Rozmova.Simulators.WeChat;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>What we answer to pushes: a text that is on its way anyway, else <c>success</c>; never late, never twice.</summary>
public sealed class WeChatReplyTests
{
    private static readonly MessageContent Hello = new MessageContent.Text("Hello ]]> 👋");

    [Theory]
    [InlineData(PushMode.Plain)]
    [InlineData(PushMode.Compatible)]
    [InlineData(PushMode.Secure)]
    public async Task A_push_is_verified_read_and_answered_at_once(PushMode mode)
    {
        await using var house = await SimulatedWeChat.StartAsync(mode);
        await using var door = await OpenAsync(house);

        var push = house.Follower.SendText("Привіт");
        await push.Ended.WaitAsync(SimulatedWeChat.Patience);

        push.Attempts.ShouldBe([new PushAttempt(200, "success")]);
        door.Events.ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>()
            .Content.ShouldBe(new MessageContent.Text("Привіт"));
    }

    [Fact]
    public async Task The_address_is_verified_from_wechats_site()
    {
        await using var house = await SimulatedWeChat.StartAsync();
        await using var door = await OpenAsync(house);

        (await house.Account.VerifyWebhookAsync(CancellationToken.None)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(PushMode.Plain)]
    [InlineData(PushMode.Compatible)]
    [InlineData(PushMode.Secure)]
    public async Task A_text_that_waits_for_a_token_leaves_by_the_push_that_passes(PushMode mode)
    {
        await using var house = await SimulatedWeChat.StartAsync(mode);
        await using var door = await OpenAsync(house);
        var hang = house.Simulator.Faults.Add(new Fault.Hang { Method = SimulatedWeChat.TokenPath });
        var sending = house.WeChat.SendAsync(Hello);
        await hang.Reached.WaitAsync(SimulatedWeChat.Patience);

        await house.Follower.SendText("anybody there?").Ended.WaitAsync(SimulatedWeChat.Patience);
        hang.Release();

        (await sending.WaitAsync(SimulatedWeChat.Patience)).ShouldBeOfType<SendOutcome.Sent>();
        var received = house.Follower.Messages.ShouldHaveSingleItem();
        received.IsReply.ShouldBeTrue();
        received.Text.ShouldBe("Hello ]]> 👋");
        house.Simulator.Calls.Count(SimulatedWeChat.CustomPath).ShouldBe(0);
    }

    [Fact]
    public async Task A_text_for_somebody_else_does_not()
    {
        await using var house = await SimulatedWeChat.StartAsync();
        await using var door = await OpenAsync(house);
        var other = house.Account.AddFollower("o-other");
        house.Follower.AlreadyWrote();
        var hang = house.Simulator.Faults.Add(new Fault.Hang { Method = SimulatedWeChat.TokenPath });
        var sending = house.WeChat.SendAsync(Hello);
        await hang.Reached.WaitAsync(SimulatedWeChat.Patience);

        await other.SendText("hi").Ended.WaitAsync(SimulatedWeChat.Patience);
        hang.Release();

        (await sending.WaitAsync(SimulatedWeChat.Patience)).ShouldBeOfType<SendOutcome.Sent>();
        other.Messages.ShouldBeEmpty();
        house.Follower.Messages.ShouldHaveSingleItem().IsReply.ShouldBeFalse();
    }

    [Fact]
    public async Task A_push_that_shows_no_reply_takes_none()
    {
        await using var house = await SimulatedWeChat.StartAsync();
        await using var door = await OpenAsync(house);
        house.Follower.AlreadyWrote();
        var hang = house.Simulator.Faults.Add(new Fault.Hang { Method = SimulatedWeChat.TokenPath });
        var sending = house.WeChat.SendAsync(Hello);
        await hang.Reached.WaitAsync(SimulatedWeChat.Patience);

        await house.Follower.OpenPage(new Uri("https://shop.example/")).Ended.WaitAsync(SimulatedWeChat.Patience);
        hang.Release();
        await sending.WaitAsync(SimulatedWeChat.Patience);

        house.Follower.Messages.ShouldHaveSingleItem().IsReply.ShouldBeFalse();
    }

    [Fact]
    public async Task Near_the_end_of_wechats_patience_no_reply_is_risked()
    {
        var clock = new TestClock();
        await using var house = await SimulatedWeChat.StartAsync(time: clock);
        await using var door = await OpenAsync(house, clock);
        house.Follower.AlreadyWrote();
        var hang = house.Simulator.Faults.Add(new Fault.Hang { Method = SimulatedWeChat.TokenPath });
        var sending = house.WeChat.SendAsync(Hello);
        await hang.Reached.WaitAsync(SimulatedWeChat.Patience);
        door.BeforeAnswer = () =>
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            return Task.CompletedTask;
        };

        var push = house.Follower.SendText("hi");
        await push.Ended.WaitAsync(SimulatedWeChat.Patience);
        hang.Release();
        await sending.WaitAsync(SimulatedWeChat.Patience);

        push.Attempts.ShouldBe([new PushAttempt(200, "success")]);
        house.Follower.Messages.ShouldHaveSingleItem().IsReply.ShouldBeFalse();
    }

    [Fact]
    public async Task A_push_that_was_not_answered_in_time_comes_again_with_the_same_id()
    {
        var clock = new TestClock();
        await using var house = await SimulatedWeChat.StartAsync(time: clock);
        await using var door = await OpenAsync(house, clock);
        var late = new TaskCompletionSource();
        var reached = new SemaphoreSlim(0);
        door.BeforeAnswer = () =>
        {
            reached.Release();
            return late.Task;
        };

        var push = house.Follower.SendText("hi");
        (await reached.WaitAsync(SimulatedWeChat.Patience)).ShouldBeTrue();
        clock.Advance(TimeSpan.FromSeconds(5));
        (await reached.WaitAsync(SimulatedWeChat.Patience)).ShouldBeTrue();
        late.SetResult();
        await push.Ended.WaitAsync(SimulatedWeChat.Patience);

        push.Attempts.Select(attempt => attempt.Status).ShouldBe([null, 200]);
        door.Events.Cast<InboundEvent.MessageReceived>().Select(message => message.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_pushes_and_sends_that_meet_each_text_leaves_exactly_once()
    {
        await using var house = await SimulatedWeChat.StartAsync(PushMode.Secure);
        await using var door = await OpenAsync(house);
        house.Follower.AlreadyWrote();
        var texts = Enumerable.Range(0, 30).Select(number => $"answer {number}").ToArray();

        foreach (var text in texts)
        {
            house.Account.Tokens.Revoke();
            var push = house.Follower.SendText("question");
            (await house.WeChat.SendAsync(new MessageContent.Text(text))).ShouldBeOfType<SendOutcome.Sent>();
            await push.Ended.WaitAsync(SimulatedWeChat.Patience);
        }

        house.Follower.Messages.Select(message => message.Text).ShouldBe(texts);
    }

    [Fact]
    public void A_sealed_reply_is_as_wechat_wants_it() =>
        WeChatReplyXml.Seal(Vector.Reply.Encrypted, WeChatUnderTest.Token, Vector.Reply.Timestamp, Vector.Reply.Nonce).ShouldBe(
            $"<xml><Encrypt><![CDATA[{Vector.Reply.Encrypted}]]></Encrypt><MsgSignature><![CDATA[{Vector.Reply.Signature}]]></MsgSignature>"
            + "<TimeStamp>1717000002</TimeStamp><Nonce><![CDATA[99887766]]></Nonce></xml>");

    [Fact]
    public void A_reply_is_as_wechat_wants_it() =>
        WeChatReplyXml.Text(WeChatUnderTest.OpenId, "gh_0a1b2c3d4e5f", "OK", DateTimeOffset.FromUnixTimeSeconds(1717000002))
            .ShouldBe(Vector.Reply.Message);

    private static async Task<WeChatDoor> OpenAsync(SimulatedWeChat house, TimeProvider? time = null)
    {
        var door = await WeChatDoor.OpenAsync(house.WeChat, time ?? TimeProvider.System);
        house.Account.WebhookUrl = door.Url;
        return door;
    }
}
