using Rozmova.Messaging;
using Rozmova.Storage.Statistics;
using Rozmova.Storage.Tests.Conversations;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Statistics;

namespace Rozmova.Storage.Tests.Statistics;

public sealed class SqliteStatisticsTests() : StatisticsTests(Engine.SqliteAsync);

public sealed class PostgresStatisticsTests() : StatisticsTests(Engine.PostgresAsync);

public abstract class StatisticsTests(Func<Task<Engine>> open) : InboxTests(open)
{
    private StatisticsStore Store => new(Engine.Database);

    private DateTimeOffset Midnight => new(Clock.GetUtcNow().Date, TimeSpan.Zero);

    [Fact]
    public async Task Messages_count_in_the_hour_they_reached_us()
    {
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(id, "Good morning");
        Clock.Advance(TimeSpan.FromMinutes(59));
        await Inbox.HearAsync(id, "Still there?");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Inbox.SayAsync(id, await Inbox.HireAsync("Anna"), "Good morning");

        (await CountAsync()).Volume.ShouldBe([new HourlyVolume(Inbox.Channel, 9, 2, 0), new HourlyVolume(Inbox.Channel, 10, 0, 1)]);
    }

    [Fact]
    public async Task Notes_are_no_messages_to_a_customer()
    {
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.SayAsync(id, await Inbox.HireAsync("Anna"), "She likes peonies", note: true);

        (await CountAsync()).Volume.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_millisecond_of_a_day_belongs_to_it_and_the_next_one_does_not()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var midnight = Midnight.AddDays(1);
        Clock.Advance(midnight.AddMilliseconds(-1) - Clock.GetUtcNow());
        await Inbox.HearAsync(id, "Today");
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Inbox.HearAsync(id, "Tomorrow");

        var today = await Store.CountAsync(midnight.AddDays(-1), midnight, CancellationToken.None);
        var tomorrow = await Store.CountAsync(midnight, midnight.AddDays(1), CancellationToken.None);

        today.Volume.ShouldBe([new HourlyVolume(Inbox.Channel, 23, 1, 0)]);
        tomorrow.Volume.ShouldBe([new HourlyVolume(Inbox.Channel, 0, 1, 0)]);
        tomorrow.Conversations.ShouldBe(new ConversationCounts(0, 1, 0));
    }

    [Fact]
    public async Task A_conversation_closed_twice_is_one_that_was_closed()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.MeetAsync("Taras");
        await Inbox.HearAsync(id, "Hello");
        await Inbox.States.CloseAsync(id, anna, CancellationToken.None);
        await Inbox.States.ReopenAsync(id, anna, CancellationToken.None);
        await Inbox.States.CloseAsync(id, anna, CancellationToken.None);

        (await CountAsync()).Conversations.ShouldBe(new ConversationCounts(2, 1, 1));
    }

    [Fact]
    public async Task A_customer_waits_from_the_first_message_nobody_answered_to_the_answer()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(id, "Hello");
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Inbox.HearAsync(id, "Anybody?");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Inbox.SayAsync(id, anna, "Hello");
        Clock.Advance(TimeSpan.FromMinutes(30));
        await Inbox.SayAsync(id, anna, "Anything else?");
        await Inbox.HearAsync(id, "Yes");
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Inbox.SayAsync(id, anna, "What?");

        (await CountAsync()).Responses.ShouldBe(new ResponseTimes(2, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task A_wait_counts_on_the_day_it_is_answered_also_from_the_evening_before()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(id, "Hello");
        Clock.Advance(TimeSpan.FromHours(23));
        await Inbox.SayAsync(id, anna, "Good morning");

        (await Store.CountAsync(Midnight.AddDays(-1), Midnight, CancellationToken.None)).Responses.ShouldBe(new ResponseTimes(0, null, null));
        (await CountAsync()).Responses.ShouldBe(new ResponseTimes(1, TimeSpan.FromHours(23), TimeSpan.FromHours(23)));
    }

    [Fact]
    public async Task Every_total_is_the_sum_of_the_messages_themselves()
    {
        var anna = await Inbox.HireAsync("Anna");
        var random = new Random(4);
        List<ConversationId> ids = [];
        for (var person = 0; person < 6; person++)
        {
            ids.Add(await Inbox.MeetAsync($"Person {person}"));
        }

        for (var step = 0; step < 120; step++)
        {
            Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 30)));
            var id = ids[random.Next(ids.Count)];
            _ = random.Next(3) == 0 ? (object)await Inbox.SayAsync(id, anna, "Yes") : await Inbox.HearAsync(id, "And?");
        }

        List<Message> all = [];
        foreach (var id in ids)
        {
            all.AddRange(await Inbox.HistoryAsync(id));
        }

        var counted = await Store.CountAsync(Midnight.AddDays(-9), Midnight.AddDays(1), CancellationToken.None);
        var waits = WaitsIn(all);
        counted.Volume.Sum(hour => hour.Inbound).ShouldBe(all.Count(message => message.Direction == MessageDirection.Inbound));
        counted.Volume.Sum(hour => hour.Outbound).ShouldBe(all.Count(message => message.Direction == MessageDirection.Outbound));
        counted.Responses.ShouldBe(new ResponseTimes(
            waits.Count, waits[(int)Math.Ceiling(waits.Count * 0.5) - 1], waits[(int)Math.Ceiling(waits.Count * 0.9) - 1]));
    }

    [Fact]
    public async Task What_waits_is_counted_by_who_holds_it()
    {
        var anna = await Inbox.HireAsync("Anna");
        var longest = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(longest, "Hello");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var held = await Inbox.MeetAsync("Taras");
        await Inbox.HearAsync(held, "Hello");
        await Inbox.Claims.ClaimAsync(held, anna, CancellationToken.None);
        var answered = await Inbox.MeetAsync("Ivan");
        await Inbox.HearAsync(answered, "Hello");
        await Inbox.SayAsync(answered, anna, "Hello");

        var counts = await CountWaitingAsync();

        counts.Longest.ShouldBe([longest, held]);
        counts.Channels.ShouldBe([new ChannelCounts(Inbox.Channel, 2, 1)]);
        counts.Operators.ShouldBe([new HeldCounts(anna.Id, 2, 2, 1)]);
    }

    [Fact]
    public async Task An_expired_claim_holds_nothing()
    {
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(id, "Hello");
        await Inbox.Claims.ClaimAsync(id, await Inbox.HireAsync("Anna"), CancellationToken.None);
        Clock.Advance(Claim.Duration);

        var counts = await CountWaitingAsync();

        counts.Operators.ShouldBeEmpty();
        counts.Channels.Single().Unassigned.ShouldBe(1);
    }

    [Fact]
    public async Task Snoozed_ones_count_on_the_day_they_wake()
    {
        var anna = await Inbox.HireAsync("Anna");
        await Inbox.States.SnoozeAsync(await Inbox.MeetAsync("Oksana"), anna, Midnight.AddHours(20), CancellationToken.None);
        await Inbox.States.SnoozeAsync(await Inbox.MeetAsync("Taras"), anna, Midnight.AddHours(26), CancellationToken.None);

        (await CountWaitingAsync()).Waking.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_message_waits_for_a_decision_until_its_conversation_is_closed()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        foreach (var status in (MessageStatus[])[MessageStatus.Failed, MessageStatus.Unknown, MessageStatus.Sent])
        {
            var said = await Inbox.SayAsync(id, anna, "Hello");
            await Inbox.SettleAsync(said.Value!.Id, message => message with { Status = status });
        }

        var before = await CountWaitingAsync();
        await Inbox.States.CloseAsync(id, anna, CancellationToken.None);
        var after = await CountWaitingAsync();

        before.UndecidedMessages.ShouldBe(2);
        before.Undecided.ShouldBe([id]);
        after.UndecidedMessages.ShouldBe(0);
    }

    private ValueTask<PeriodCounts> CountAsync() => Store.CountAsync(Midnight, Midnight.AddDays(1), CancellationToken.None);

    private ValueTask<WaitingCounts> CountWaitingAsync()
    {
        var now = Clock.GetUtcNow();
        return Store.CountWaitingAsync(now, Midnight.AddDays(1), now.AddDays(-3), 5, CancellationToken.None);
    }

    /// <summary>The same again, by hand.</summary>
    private static List<TimeSpan> WaitsIn(IEnumerable<Message> messages)
    {
        List<TimeSpan> waits = [];
        foreach (var conversation in messages.GroupBy(message => message.ConversationId))
        {
            DateTimeOffset? since = null;
            foreach (var message in conversation.OrderBy(message => message.Seq))
            {
                if (message.Direction == MessageDirection.Inbound)
                {
                    since ??= message.CreatedAt;
                }
                else if (message.Direction == MessageDirection.Outbound && since is { } began)
                {
                    waits.Add(message.CreatedAt - began);
                    since = null;
                }
            }
        }

        return [.. waits.Order()];
    }
}
