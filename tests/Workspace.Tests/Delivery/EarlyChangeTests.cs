using Microsoft.Extensions.Logging.Abstractions;
using Rozmova.Messaging;
using Rozmova.Testing;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Tests.Delivery;

/// <summary>What a platform tells of a message of ours before we have written down that it took it.</summary>
public sealed class EarlyChangeTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly PlatformMessageId PlatformId = new("1");

    private readonly ScriptedPlatform _platform = new(TimeProvider.System);
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_receipt_finds_the_message_whose_sending_is_just_being_written_down(Engine engine)
    {
        await using var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);
        var (message, chat) = await LeaveAsync(house);

        var recording = house.RunAsync(async transaction =>
        {
            await RecordAsync(house, transaction, message);
            await StopHereAsync();
        });
        await _arrived.Task.WaitAsync(Bound);
        InboundState? found = null;
        var receiving = house.RunAsync(async transaction => found = await LookAsync(house, transaction, chat));
        await GoOnOnceHeldUpAsync(house, engine, receiving);

        await Task.WhenAll(recording, receiving).WaitAsync(Bound);
        found!.Targets.Values.Single().Id.ShouldBe(message.Id);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_receipt_that_is_put_down_at_the_same_time_is_seen_by_who_records_the_sending(Engine engine)
    {
        await using var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);
        var (message, chat) = await LeaveAsync(house);

        var receiving = house.RunAsync(async transaction =>
        {
            (await LookAsync(house, transaction, chat)).Targets.ShouldBeEmpty();
            var delivered = new InboundEvent.DeliveryReported { Chat = chat.Chat, Id = PlatformId, Report = DeliveryReport.Delivered };
            await house.KeepEarlyAsync(transaction, chat.Channel, PlatformId, delivered);
            await StopHereAsync();
        });
        await _arrived.Task.WaitAsync(Bound);
        var recording = house.RunAsync(transaction => RecordAsync(house, transaction, message));
        await GoOnOnceHeldUpAsync(house, engine, recording);

        await Task.WhenAll(recording, receiving).WaitAsync(Bound);
        (await house.FindAsync(message.Id)).Status.ShouldBe(MessageStatus.Delivered);
        (await house.CountAsync("SELECT count(*) FROM early_change")).ShouldBe(0);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_reaction_that_comes_before_the_platforms_answer_is_shown(Engine engine)
    {
        await using var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);
        var sent = await SendAfterAsync(house, new InboundEvent.ReactionsChanged
        {
            Chat = "any", Id = PlatformId, Emojis = ["👍"], At = house.Time.GetUtcNow(),
        });

        sent.Reactions.Select(reaction => reaction.Emoji).ShouldBe(["👍"]);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_message_taken_back_before_the_platforms_answer_is_gone(Engine engine)
    {
        await using var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);

        var sent = await SendAfterAsync(house, new InboundEvent.MessageDeleted { Chat = "any", Id = PlatformId });

        sent.DeletedAt.ShouldNotBeNull();
        sent.Content.ShouldBe(new MessageContent.Text(""));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task What_waits_for_a_message_that_never_comes_is_forgotten_after_a_week(Engine engine)
    {
        var clock = new TestClock();
        await using var house = await DeliveryHouse.BuildAsync(engine, clock);
        var channel = house.AddChannel(_platform);
        await house.ReportEarlyAsync(channel, "old", DeliveryReport.Read);
        using var trimmer = new EarlyChangeTrimmer(
            house.Get<IInboundStore>(), house.Get<ITransactions>(), clock, NullLogger<EarlyChangeTrimmer>.Instance);
        await trimmer.StartAsync(CancellationToken.None);
        await Eventually.Is("it waits for its turn", () => clock.ArmedTimers == 1, CancellationToken.None);

        clock.Advance(TimeSpan.FromDays(6));
        await house.ReportEarlyAsync(channel, "new", DeliveryReport.Read);
        clock.Advance(TimeSpan.FromDays(2));

        await Eventually.Is("the older one is gone", async () => await house.CountAsync("SELECT count(*) FROM early_change") == 1, CancellationToken.None);
        (await house.CountAsync("SELECT count(*) FROM early_change WHERE platform_key LIKE '%new'")).ShouldBe(1);
        await trimmer.StopAsync(CancellationToken.None);
    }

    /// <summary>A message whose request has left.</summary>
    private async Task<(Message Message, ChatKey Chat)> LeaveAsync(DeliveryHouse house)
    {
        var channel = house.AddChannel(_platform);
        var conversation = await house.AddConversationAsync(channel);
        var id = (await house.WriteAsync(channel, conversation))[0].MessageId;
        await house.RunAsync(async transaction => await house.Get<IDeliveryStore>().MarkSendingAsync(transaction, [id], Guid.Empty, house.Time.GetUtcNow()));
        return (await house.FindAsync(id), new ChatKey(channel, DeliveryHouse.ChatOf(conversation)));
    }

    private async Task<Message> SendAfterAsync(DeliveryHouse house, InboundEvent change)
    {
        var channel = house.AddChannel(_platform);
        var conversation = await house.AddConversationAsync(channel);
        await house.RunAsync(transaction => house.KeepEarlyAsync(transaction, channel, PlatformId, change));
        await house.StartAsync();
        var id = await house.SendAsync(channel, conversation);
        await house.Becomes(id, MessageStatus.Sent);
        await house.StopAsync();
        (await house.CountAsync("SELECT count(*) FROM early_change")).ShouldBe(0);
        return await house.FindAsync(id);
    }

    /// <summary>What Delivery does once the platform has answered.</summary>
    private static async Task RecordAsync(DeliveryHouse house, Transaction transaction, Message message)
    {
        DeliveryResult[] results = [new DeliveryResult.Settled(message with { Status = MessageStatus.Sent, PlatformId = PlatformId })];
        var recorded = await house.Get<IDeliveryStore>().RecordAsync(transaction, results);
        await new WaitingChanges(house.Get<IInboundStore>()).ApplyAsync(transaction, results, recorded);
    }

    /// <summary>What the pipeline asks when a receipt comes.</summary>
    private static async Task<InboundState> LookAsync(DeliveryHouse house, Transaction transaction, ChatKey chat)
    {
        var targets = new Dictionary<MessageKey, ChatKey> { [new MessageKey(chat.Channel, PlatformId.Key)] = chat };
        return await house.Get<IInboundStore>().LoadAsync(transaction, new InboundQuery { Chats = [chat], Keys = [], Targets = targets });
    }

    private Task StopHereAsync()
    {
        _arrived.SetResult();
        return _goOn.Task;
    }

    /// <summary>Lets the first go on when the second waits for it, or, which would be the mistake, has not waited.</summary>
    private async Task GoOnOnceHeldUpAsync(DeliveryHouse house, Engine engine, Task second)
    {
        const string Waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        if (engine == Engine.Postgres) // SQLite has one writer at a time
        {
            await Eventually.Is(
                "the second waits", async () => second.IsCompleted || await house.CountAsync(Waiting) > 0, CancellationToken.None);
        }

        _goOn.SetResult();
    }
}
