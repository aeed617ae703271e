using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Testing;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Tests.Delivery;

/// <summary>Pace: what platforms allow, what they ask for, and how long we keep trying. The clock is the test's.</summary>
public sealed class DeliveryLimitTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task No_second_sees_more_messages_than_the_channel_may_send()
    {
        var platform = new ScriptedPlatform(_clock) { Capabilities = new PlatformCapabilities { Names = [], ChannelRatePerSecond = 30 } };
        await using var house = await StartAsync();
        var channel = house.AddChannel(platform);
        await AnnounceAsync(house, channel, await house.AddConversationsAsync(channel, 100));

        await PassUntilAsync(TimeSpan.FromMilliseconds(20), () => platform.Requests.Count == 100);

        var times = platform.Requests.Select(request => request.At).ToArray();
        for (var place = 30; place < times.Length; place++)
        {
            (times[place] - times[place - 30]).ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_chat_gets_its_burst_at_once_and_then_one_message_per_interval()
    {
        var limits = new PlatformCapabilities { Names = [], ChatInterval = TimeSpan.FromSeconds(1), ChatBurst = 3 };
        var platform = new ScriptedPlatform(_clock) { Capabilities = limits };
        await using var house = await StartAsync();
        var channel = house.AddChannel(platform);
        var conversation = await house.AddConversationAsync(channel);
        await AnnounceAsync(house, channel, Enumerable.Repeat(conversation, 8));

        await Eventually.Is("the burst is out", () => platform.Requests.Count == 3, CancellationToken.None);
        await PassUntilAsync(TimeSpan.FromMilliseconds(50), () => platform.Requests.Count == 8);

        var times = platform.Requests.Select(request => request.At).ToArray();
        for (var place = 3; place < times.Length; place++)
        {
            // Any three intervals hold at most the burst and three more.
            (times[place] - times[place - 3]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
            (times[place] - times[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(place - 2));
        }
    }

    [Fact]
    public async Task A_throttled_chat_waits_to_the_second_while_others_go_on()
    {
        var platform = new ScriptedPlatform(_clock);
        platform.AnswerFirst(new SendOutcome.Throttled(TimeSpan.FromSeconds(14), ThrottleScope.Chat));
        await using var house = await StartAsync();
        var channel = house.AddChannel(platform);
        var conversations = await house.AddConversationsAsync(channel, 2);
        var start = _clock.GetUtcNow();

        var slow = await house.SendAsync(channel, conversations[0]);
        await house.Publishes(slow, MessageStatus.Sending);
        await house.Becomes(await house.SendAsync(channel, conversations[1]), MessageStatus.Sent);
        await Eventually.Is("it sleeps", () => _clock.ArmedTimers == 1, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMilliseconds(13_999));
        platform.Requests.Count.ShouldBe(2);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await house.Becomes(slow, MessageStatus.Sent);
        platform.Requests.Last().At.ShouldBe(start + TimeSpan.FromSeconds(14));
        house.Published(slow).ShouldBe([MessageStatus.Sending, MessageStatus.Sent]);
    }

    [Fact]
    public async Task A_throttled_channel_waits_as_a_whole()
    {
        var platform = new ScriptedPlatform(_clock);
        platform.AnswerFirst(new SendOutcome.Throttled(TimeSpan.FromSeconds(30), ThrottleScope.Channel));
        await using var house = await StartAsync();
        var channel = house.AddChannel(platform);
        var conversations = await house.AddConversationsAsync(channel, 2);

        var first = await house.SendAsync(channel, conversations[0]);
        await house.Publishes(first, MessageStatus.Sending);
        var second = await house.SendAsync(channel, conversations[1]);
        await Eventually.Is("it sleeps", () => _clock.ArmedTimers == 1, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMilliseconds(29_999));
        platform.Requests.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await house.Becomes(first, MessageStatus.Sent);
        await house.Becomes(second, MessageStatus.Sent);
    }

    [Fact]
    public async Task A_message_that_cannot_be_delivered_is_tried_for_a_day_and_then_fails()
    {
        var platform = new ScriptedPlatform(_clock) { Answer = (_, _) => NotDelivered };
        await using var house = await StartAsync();
        var channel = house.AddChannel(platform);
        var start = _clock.GetUtcNow();

        var id = await house.SendAsync(channel, await house.AddConversationAsync(channel));
        await PassUntilAsync(TimeSpan.FromMinutes(10), () => house.Published(id).Contains(MessageStatus.Failed));

        (await house.FindAsync(id)).Error!.Code.ShouldBe(SendErrors.GaveUp);
        (platform.Requests.Last().At - start).ShouldBeInRange(TimeSpan.FromHours(24), TimeSpan.FromHours(26));
        platform.Requests.Count.ShouldBeInRange(10, 150);
        await house.OutboxEmpties();
    }

    [Fact]
    public async Task A_broken_platform_is_not_hammered_and_all_goes_out_once_it_is_back()
    {
        var platform = new ScriptedPlatform(_clock) { Answer = (_, _) => NotDelivered };
        await using var house = await StartAsync();
        var channel = house.AddChannel(platform);
        await AnnounceAsync(house, channel, await house.AddConversationsAsync(channel, 60));
        var back = _clock.GetUtcNow() + TimeSpan.FromMinutes(10);

        await PassUntilAsync(TimeSpan.FromSeconds(2), () => _clock.GetUtcNow() >= back);
        platform.Requests.Count.ShouldBeLessThan(60);
        platform.Answer = null;

        await PassUntilAsync(TimeSpan.FromSeconds(2), () => platform.Requests.Count(request => request.At >= back) >= 60);
        await house.OutboxEmpties();
        (await house.CountAsync("SELECT count(*) FROM message WHERE status = 5")).ShouldBe(60);
    }

    private static ValueTask<SendOutcome> NotDelivered => ValueTask.FromResult<SendOutcome>(new SendOutcome.NotDelivered("Connection refused."));

    private async Task<DeliveryHouse> StartAsync()
    {
        var house = await DeliveryHouse.BuildAsync(Engine.Sqlite, _clock);
        await house.StartAsync();
        return house;
    }

    private static async Task AnnounceAsync(DeliveryHouse house, ChannelId channel, IEnumerable<ConversationId> conversations)
    {
        foreach (var item in await house.WriteAsync(channel, conversations))
        {
            house.Offer(item);
        }
    }

    /// <summary>Lets time pass in steps, each with a moment for the work it wakes.</summary>
    private Task PassUntilAsync(TimeSpan step, Func<bool> condition) => Eventually.Is(
        "it happens in time",
        () =>
        {
            var done = condition();
            _clock.Advance(done ? TimeSpan.Zero : step);
            return Task.FromResult(done);
        },
        TimeSpan.FromSeconds(60), CancellationToken.None);
}
