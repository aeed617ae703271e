using System.Collections.Concurrent;
using Rozmova.Messaging;
using Rozmova.Testing;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Tests.Delivery;

/// <summary>Order, crashes and independence.</summary>
public sealed class DeliveryOrderTests
{
    [Theory]
    [InlineData(Engine.Sqlite, 1), InlineData(Engine.Sqlite, 2), InlineData(Engine.Sqlite, 3)]
    [InlineData(Engine.Postgres, 4), InlineData(Engine.Postgres, 5), InlineData(Engine.Postgres, 6)]
    public async Task Whatever_the_platform_answers_each_conversation_keeps_its_order_and_nothing_is_sent_twice(Engine engine, int seed)
    {
        var random = new Random(seed);
        var answers = new ConcurrentQueue<(OutboundMessage Message, bool Arrived)>();
        var platform = new ScriptedPlatform(TimeProvider.System);
        platform.Answer = async (message, cancellationToken) =>
        {
            var dice = Roll(random, 10);
            await Task.Delay(TimeSpan.FromMilliseconds(Roll(random, 4)), TimeProvider.System, cancellationToken);
            answers.Enqueue((message, dice > 2));
            return dice switch
            {
                0 => new SendOutcome.Throttled(TimeSpan.FromMilliseconds(5), ThrottleScope.Chat),
                1 => new SendOutcome.Throttled(TimeSpan.FromMilliseconds(5), ThrottleScope.Channel),
                2 => new SendOutcome.Throttled(TimeSpan.Zero, ThrottleScope.Chat),
                3 => new SendOutcome.Unknown("No answer."),
                4 => new SendOutcome.Refused(new SendError(SendErrors.Rejected, "No.")),
                _ => platform.Accept(),
            };
        };
        await using var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);
        var channel = house.AddChannel(platform);
        var conversations = await house.AddConversationsAsync(channel, 12);
        await house.StartAsync();

        for (var round = 0; round < 10; round++)
        {
            // Announced in any order, as parallel commits do.
            var items = (await house.WriteAsync(channel, conversations.Concat(conversations).Concat(conversations))).ToArray();
            random.Shuffle(items);
            Array.ForEach(items, house.Offer);
        }

        await house.OutboxEmpties();
        var arrived = answers.Where(answer => answer.Arrived).ToArray();
        arrived.Length.ShouldBe(360);
        arrived.Select(answer => answer.Message.Id).ShouldBeUnique();
        foreach (var one in arrived.GroupBy(answer => answer.Message.ConversationId))
        {
            one.Select(answer => Number(answer.Message)).ShouldBeInOrder();
        }

        (await house.CountAsync("SELECT count(*) FROM message WHERE status IN (2, 3)")).ShouldBe(0);
        await house.StopAsync();
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_send_that_a_crash_interrupts_is_unknown_and_not_repeated_and_what_waited_behind_it_goes(Engine engine)
    {
        var platform = new ScriptedPlatform(TimeProvider.System) { Answer = HangAsync };
        await using var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);
        var channel = house.AddChannel(platform);
        var conversation = await house.AddConversationAsync(channel);
        await house.StartAsync();
        var interrupted = await house.SendAsync(channel, conversation);
        var waiting = await house.SendAsync(channel, conversation);
        await Eventually.Is("the request left", () => platform.Requests.Count == 1, CancellationToken.None);

        await house.CrashAndOpenAsync();
        platform.Answer = null;
        await house.StartAsync();

        await house.Becomes(waiting, MessageStatus.Sent);
        (await house.FindAsync(interrupted)).Status.ShouldBe(MessageStatus.Unknown);
        (await house.FindAsync(interrupted)).Error!.Code.ShouldBe(SendErrors.NoAnswer);
        platform.Requests.Select(request => request.Message.Id).ShouldBe([interrupted, waiting]);
        await house.StopAsync();
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task What_was_written_but_never_announced_is_sent_in_order_after_a_restart(Engine engine)
    {
        var platform = new ScriptedPlatform(TimeProvider.System);
        await using var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);
        var channel = house.AddChannel(platform);
        var conversations = await house.AddConversationsAsync(channel, 3);
        for (var round = 0; round < 5; round++)
        {
            await house.WriteAsync(channel, conversations);
        }

        await house.CrashAndOpenAsync();
        await house.StartAsync();

        await house.OutboxEmpties();
        platform.Requests.Count.ShouldBe(15);
        foreach (var one in platform.Requests.GroupBy(request => request.Message.ConversationId))
        {
            one.Select(request => Number(request.Message)).ShouldBeInOrder();
        }

        await house.StopAsync();
    }

    [Fact]
    public async Task Stopping_waits_for_answers_that_are_out()
    {
        var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var platform = new ScriptedPlatform(TimeProvider.System) { Answer = (_, _) => new ValueTask<SendOutcome>(answer.Task) };
        await using var house = await DeliveryHouse.BuildAsync(Engine.Sqlite, TimeProvider.System);
        var channel = house.AddChannel(platform);
        await house.StartAsync();
        var id = await house.SendAsync(channel, await house.AddConversationAsync(channel));
        await Eventually.Is("the request left", () => platform.Requests.Count == 1, CancellationToken.None);

        var stopping = house.StopAsync();
        answer.SetResult(platform.Accept());
        await stopping;

        (await house.FindAsync(id)).Status.ShouldBe(MessageStatus.Sent);
    }

    [Fact]
    public async Task A_platform_that_hangs_does_not_hold_up_another()
    {
        var hanging = new ScriptedPlatform(TimeProvider.System, "hanging") { Answer = HangAsync };
        var healthy = new ScriptedPlatform(TimeProvider.System, "healthy");
        await using var house = await DeliveryHouse.BuildAsync(Engine.Sqlite, TimeProvider.System);
        var (stuck, free) = (house.AddChannel(hanging), house.AddChannel(healthy));
        await house.StartAsync();
        foreach (var item in await house.WriteAsync(stuck, await house.AddConversationsAsync(stuck, 40)))
        {
            house.Offer(item);
        }

        await Eventually.Is("all its places are taken", () => hanging.Requests.Count == 16, CancellationToken.None);
        foreach (var item in await house.WriteAsync(free, await house.AddConversationsAsync(free, 40)))
        {
            house.Offer(item);
        }

        await Eventually.Is("the other has sent all", () => healthy.Requests.Count == 40, CancellationToken.None);
        hanging.Requests.Count.ShouldBe(16);
    }

    private static long Number(OutboundMessage message) => long.Parse(((MessageContent.Text)message.Content).Body.Split(' ')[1], null);

    private static int Roll(Random random, int sides)
    {
        lock (random)
        {
            return random.Next(sides);
        }
    }

    private static async ValueTask<SendOutcome> HangAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("A delay without end ended.");
    }
}
