using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Testing;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Tests.Delivery;

/// <summary>What becomes of a message, by what its platform says.</summary>
public sealed class DeliveryTests
{
    private readonly ScriptedPlatform _platform = new(TimeProvider.System);

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_message_the_platform_takes_is_sent_and_bears_its_id(Engine engine)
    {
        await using var house = await StartAsync(engine);
        var (channel, conversation) = await OpenAsync(house);

        var id = await house.SendAsync(channel, conversation);

        await house.Becomes(id, MessageStatus.Sent);
        (await house.FindAsync(id)).PlatformId.ShouldBe(new PlatformMessageId("1"));
        await house.OutboxEmpties();
        await house.Publishes(id, MessageStatus.Sent);
        await house.StopAsync();
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_receipt_that_comes_before_the_platforms_answer_counts(Engine engine)
    {
        await using var house = await StartAsync(engine);
        var (channel, conversation) = await OpenAsync(house);
        await house.ReportEarlyAsync(channel, "1", DeliveryReport.Delivered);

        var id = await house.SendAsync(channel, conversation);

        await house.Becomes(id, MessageStatus.Delivered);
        (await house.CountAsync("SELECT count(*) FROM early_change")).ShouldBe(0);
        await house.StopAsync();
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_refused_message_fails_with_the_reason_and_the_next_one_goes(Engine engine)
    {
        _platform.AnswerFirst(new SendOutcome.Refused(new SendError(SendErrors.Blocked, "The customer blocked the bot.")));
        await using var house = await StartAsync(engine);
        var (channel, conversation) = await OpenAsync(house);

        var refused = await house.SendAsync(channel, conversation);
        var next = await house.SendAsync(channel, conversation);

        await house.Becomes(refused, MessageStatus.Failed);
        await house.Becomes(next, MessageStatus.Sent);
        (await house.FindAsync(refused)).Error.ShouldBe(new SendError(SendErrors.Blocked, "The customer blocked the bot."));
        await house.StopAsync();
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_message_without_an_answer_is_unknown_and_never_sent_again(Engine engine)
    {
        _platform.AnswerFirst(new SendOutcome.Unknown("Time ran out."));
        await using var house = await StartAsync(engine);
        var (channel, conversation) = await OpenAsync(house);

        var lost = await house.SendAsync(channel, conversation);
        var next = await house.SendAsync(channel, conversation);

        await house.Becomes(next, MessageStatus.Sent);
        (await house.FindAsync(lost)).Status.ShouldBe(MessageStatus.Unknown);
        _platform.Requests.Select(request => request.Message.Id).ShouldBe([lost, next]);
        await house.StopAsync();
    }

    [Fact]
    public async Task A_platform_that_throws_leaves_the_message_unknown()
    {
        _platform.Answer = (_, _) => throw new InvalidOperationException("A bug.");
        await using var house = await StartAsync(Engine.Sqlite);
        var (channel, conversation) = await OpenAsync(house);

        var id = await house.SendAsync(channel, conversation);

        await house.Becomes(id, MessageStatus.Unknown);
        (await house.FindAsync(id)).Error!.Code.ShouldBe(SendErrors.NoAnswer);
        await house.StopAsync();
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_refused_channel_is_reported_and_its_messages_wait_until_it_is_mended(Engine engine)
    {
        _platform.Answer = (_, _) => ValueTask.FromResult<SendOutcome>(new SendOutcome.ChannelRejected("The token is not valid any more."));
        await using var house = await StartAsync(engine);
        var (channel, conversation) = await OpenAsync(house);

        var first = await house.SendAsync(channel, conversation);
        await Eventually.Is("reported", () => house.Reports.Count == 1, CancellationToken.None);
        var second = await house.SendAsync(channel, conversation);
        house.Reports.Single().Report.ShouldBe(ConnectionReport.Failed("The token is not valid any more."));
        _platform.Requests.Count.ShouldBe(1);
        await house.Publishes(first, MessageStatus.Queued);
        (await house.FindAsync(first)).Status.ShouldBe(MessageStatus.Queued);

        _platform.Answer = null;
        house.ChangeChannel(channel, row => row with { State = ConnectionState.Connected, Detail = null });

        await house.Becomes(second, MessageStatus.Sent);
        _platform.Requests.Select(request => request.Message.Id).ShouldBe([first, first, second]);
        await house.StopAsync();
    }

    [Fact]
    public async Task A_disabled_channel_holds_its_messages_until_it_is_enabled()
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (channel, conversation) = await OpenAsync(house);
        var (busy, other) = await OpenAsync(house);
        house.ChangeChannel(channel, row => row with { Enabled = false });

        var held = await house.SendAsync(channel, conversation);
        await house.Becomes(await house.SendAsync(busy, other), MessageStatus.Sent);
        (await house.FindAsync(held)).Status.ShouldBe(MessageStatus.Queued);

        house.ChangeChannel(channel, row => row with { Enabled = true });
        await house.Becomes(held, MessageStatus.Sent);
        await house.StopAsync();
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Messages_of_a_deleted_channel_fail_and_say_so(Engine engine)
    {
        await using var house = await StartAsync(engine);
        var (channel, conversation) = await OpenAsync(house);
        await house.DeleteChannelAsync(channel);

        var id = await house.SendAsync(channel, conversation);

        await house.Becomes(id, MessageStatus.Failed);
        (await house.FindAsync(id)).Error!.Code.ShouldBe(SendErrors.ChannelDeleted);
        _platform.Requests.ShouldBeEmpty();
        await house.StopAsync();
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task An_id_that_another_entry_already_bears_is_not_taken_twice(Engine engine)
    {
        _platform.Answer = (_, _) => ValueTask.FromResult<SendOutcome>(new SendOutcome.Sent(new PlatformMessageId("same")));
        await using var house = await StartAsync(engine);
        var (channel, conversation) = await OpenAsync(house);

        var first = await house.SendAsync(channel, conversation);
        var second = await house.SendAsync(channel, conversation);

        await house.Becomes(first, MessageStatus.Sent);
        await house.Becomes(second, MessageStatus.Sent);
        await house.StopAsync();
    }

    private static async Task<DeliveryHouse> StartAsync(Engine engine)
    {
        var house = await DeliveryHouse.BuildAsync(engine, TimeProvider.System);
        await house.StartAsync();
        return house;
    }

    private async Task<(ChannelId Channel, ConversationId Conversation)> OpenAsync(DeliveryHouse house)
    {
        var channel = house.AddChannel(_platform);
        return (channel, await house.AddConversationAsync(channel));
    }
}
