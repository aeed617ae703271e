using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>What a platform tells of our own messages, in whatever order it and our own records come.</summary>
public sealed class OwnMessageTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_answer_given_elsewhere_is_shown_and_counts_as_an_answer(Engine engine)
    {
        await using var house = await StartAsync(engine);
        var (page, conversation) = await GreetedAsync(house);
        await house.Server.Client.PostAsync($"/api/v1/conversations/{conversation}/close", null);

        await page.PushAsync(PageEvents.Echo("olena", "e1", "answered on the page", Start.AddSeconds(5)));
        await page.PushAsync(PageEvents.Echo("olena", "e1", "answered on the page", Start.AddSeconds(5)));

        var entry = await house.Inbox.EntryAsync(conversation, "the answer is shown", item => item.Text("platformMessageId") == "e1");
        var shown = await house.Inbox.ConversationAsync(conversation);
        entry.Text("direction").ShouldBe("outbound");
        entry.Text("status").ShouldBe("sent");
        entry["author"]!.Text("kind").ShouldBe("system");
        entry["author"]!.Text("name").ShouldBe(page.Id);
        shown["unread"]!.GetValue<int>().ShouldBe(0);
        shown["waitingSince"].ShouldBeNull();
        shown["claim"].ShouldBeNull();
        shown.Text("status").ShouldBe("closed");
        shown["lastMessage"]!.Says().ShouldBe("answered on the page");
        (await house.Inbox.EntriesAsync(conversation)).Count(item => item.Says() == "answered on the page").ShouldBe(1);
    }

    [Fact]
    public async Task An_echo_of_a_message_we_know_changes_nothing()
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        var sent = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "Hello"), "sent");

        await page.PushAsync(PageEvents.Echo("olena", sent.Text("platformMessageId"), "Hello"), PageEvents.Text("olena", "m2", "Thanks"));

        await house.Inbox.EntryAsync(conversation, "the next message is there", item => item.Says() == "Thanks");
        (await house.Inbox.EntriesAsync(conversation)).Count(item => item.Says() == "Hello").ShouldBe(1);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_echo_that_comes_before_the_answer_to_our_request_is_our_message(Engine engine)
    {
        await using var house = await StartAsync(engine);
        var (page, conversation) = await GreetedAsync(house);
        var answer = Hold(house);
        var queued = await house.Inbox.ReplyAsync(conversation, "Hello");
        await LeftAsync(house);

        await page.PushAsync(PageEvents.Echo("olena", "p1", "Hello", Start));
        await house.Inbox.StateAsync(queued, "sent");
        answer.SetResult(new SendOutcome.Sent(new PlatformMessageId("p1")));

        (await EntriesOnceSettledAsync(house, page, conversation)).Count(item => item.Says() == "Hello").ShouldBe(1);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task One_that_was_taken_without_an_id_is_known_again_by_its_words(Engine engine)
    {
        await using var house = await StartAsync(engine);
        var (page, conversation) = await GreetedAsync(house);
        var answer = Hold(house);
        var queued = await house.Inbox.ReplyAsync(conversation, "Hello");
        await LeftAsync(house);
        answer.SetResult(new SendOutcome.Taken());
        await house.Inbox.StateAsync(queued, "sent");

        await page.PushAsync(
            PageEvents.Echo("olena", "p0", "Hello", Start), // somebody's, long before
            PageEvents.Echo("olena", "p1", "Hello", TimeProvider.System.GetUtcNow()));

        await house.Inbox.EntryAsync(conversation, "ours has its id", item => item.Text("id") == queued.Text("id") && item.Text("platformMessageId") == "p1");
        (await house.Inbox.EntriesAsync(conversation)).Count(item => item.Says() == "Hello").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_message_shown_to_us_before_the_answer_is_sent_whatever_the_answer_says(Engine engine, SendOutcome outcome)
    {
        await using var house = await StartAsync(engine);
        var (page, conversation) = await GreetedAsync(house);
        var answer = Hold(house);
        var queued = await house.Inbox.ReplyAsync(conversation, "Hello");
        await LeftAsync(house);

        await page.PushAsync(PageEvents.Confirmed("olena", "p1", queued.Text("id"), Start.AddSeconds(7)));
        await house.Inbox.StateAsync(queued, "sent");
        answer.SetResult(outcome);

        var entries = await EntriesOnceSettledAsync(house, page, conversation);
        var entry = entries.Single(item => item.Text("id") == queued.Text("id"));
        entry.Text("status").ShouldBe("sent");
        entry.Text("platformMessageId").ShouldBe("p1");
        entry["sentAt"]!.GetValue<DateTimeOffset>().ShouldBe(Start.AddSeconds(7));
        house.Platform.Sent.Count(message => message.Id.ToString() == queued.Text("id")).ShouldBe(1);
    }

    public static TheoryData<Engine, SendOutcome> Answers() => new()
    {
        { Engine.Sqlite, new SendOutcome.Sent(new PlatformMessageId("p1")) },
        { Engine.Sqlite, new SendOutcome.Unknown("No answer.") },
        { Engine.Sqlite, new SendOutcome.NotDelivered("No connection.") },
        { Engine.Sqlite, new SendOutcome.Refused(new SendError(SendErrors.Rejected, "No.")) },
        { Engine.Postgres, new SendOutcome.Sent(new PlatformMessageId("p1")) },
        { Engine.Postgres, new SendOutcome.Unknown("No answer.") },
        { Engine.Postgres, new SendOutcome.NotDelivered("No connection.") },
    };

    [Fact]
    public async Task A_message_of_which_nobody_knew_is_sent_once_it_is_shown_to_us()
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        house.Platform.Send = (_, _) => ValueTask.FromResult<SendOutcome>(new SendOutcome.Unknown("No answer."));
        var unknown = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "Hello"), "unknown");

        await page.PushAsync(PageEvents.Confirmed("olena", "p1", unknown.Text("id"), Start));

        (await house.Inbox.StateAsync(unknown, "sent"))["error"].ShouldBeNull();
    }

    [Fact]
    public async Task A_message_of_another_chat_is_not_confirmed_by_this_one()
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        house.Platform.Send = (_, _) => ValueTask.FromResult<SendOutcome>(new SendOutcome.Unknown("No answer."));
        var unknown = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "Hello"), "unknown");

        await page.PushAsync(PageEvents.Confirmed("stranger", "p1", unknown.Text("id"), Start));

        var entries = await EntriesOnceSettledAsync(house, page, conversation);
        entries.Single(item => item.Text("id") == unknown.Text("id")).Text("status").ShouldBe("unknown");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task All_that_was_sent_until_a_moment_is_read_and_nothing_later(Engine engine)
    {
        await using var house = await StartAsync(engine);
        var (page, conversation) = await GreetedAsync(house);
        await page.PushAsync(PageEvents.Echo("olena", "e1", "one", Start.AddMinutes(1)), PageEvents.Echo("olena", "e2", "two", Start.AddMinutes(2)),
            PageEvents.Echo("olena", "e3", "three", Start.AddMinutes(3)));
        await house.Inbox.EntriesAsync(conversation, 4);

        await page.PushAsync(PageEvents.Watermark("olena", DeliveryReport.Delivered, Start.AddMinutes(3)));
        await page.PushAsync(PageEvents.Watermark("olena", DeliveryReport.Read, Start.AddMinutes(2)));
        await page.PushAsync(PageEvents.Watermark("olena", DeliveryReport.Delivered, Start.AddMinutes(3)));

        var entries = await EntriesOnceSettledAsync(house, page, conversation);
        entries.Where(item => item.Text("direction") == "outbound").Select(item => item.Text("status")).ShouldBe(["read", "read", "delivered"]);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_read_before_the_answer_to_our_request_is_read(Engine engine)
    {
        await using var house = await StartAsync(engine);
        var (page, conversation) = await GreetedAsync(house);
        var answer = Hold(house);
        var queued = await house.Inbox.ReplyAsync(conversation, "Hello");
        await LeftAsync(house);

        await page.PushAsync(PageEvents.Watermark("olena", DeliveryReport.Read, TimeProvider.System.GetUtcNow()));
        await EntriesOnceSettledAsync(house, page, conversation);
        answer.SetResult(new SendOutcome.Sent(new PlatformMessageId("p1")));

        await house.Inbox.StateAsync(queued, "read");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_read_and_shown_to_us_is_read_in_either_order(bool readFirst)
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        var queued = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "Hello"), "sent");
        var platformTime = queued["sentAt"]!.GetValue<DateTimeOffset>().AddSeconds(-20); // its clock is behind ours

        JsonObject[] events =
        [
            PageEvents.Watermark("olena", DeliveryReport.Read, platformTime.AddSeconds(5)),
            PageEvents.Confirmed("olena", queued.Text("platformMessageId"), queued.Text("id"), platformTime),
        ];
        await page.PushAsync(events[readFirst ? 0 : 1]);
        await page.PushAsync(events[readFirst ? 1 : 0]);

        await house.Inbox.StateAsync(queued, "read");
    }

    private static async Task<PageHouse> StartAsync(Engine engine) =>
        await PageHouse.StartAsync(new PagePlatform(), new RozmovaSetup { Database = await engine.CreateAsync() });

    private static async Task<(Page Page, string Conversation)> GreetedAsync(PageHouse house)
    {
        var page = await house.ConnectAsync();
        await page.PushAsync(PageEvents.Text("olena", "m1", "Good day", Start));
        return (page, await house.ConversationAsync());
    }

    /// <summary>Sending hangs until the test answers; what comes after is taken.</summary>
    private static TaskCompletionSource<SendOutcome> Hold(PageHouse house)
    {
        var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Platform.Send = (_, _) => new ValueTask<SendOutcome>(answer.Task);
        return answer;
    }

    private static Task LeftAsync(PageHouse house) =>
        Testing.Eventually.Is("the request is out", () => !house.Platform.Sent.IsEmpty, CancellationToken.None);

    /// <summary>What was told before the last message, and answered before the last of ours, has been dealt with.</summary>
    private static async Task<List<JsonNode>> EntriesOnceSettledAsync(PageHouse house, Page page, string conversation)
    {
        await page.PushAsync(PageEvents.Text("olena", "last", "That is all", Start.AddHours(1)));
        await house.Inbox.EntryAsync(conversation, "the last message is there", item => item.Says() == "That is all");
        return await house.Inbox.EntriesAsync(conversation);
    }
}
