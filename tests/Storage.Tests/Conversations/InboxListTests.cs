using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Tests.Conversations;

public sealed class SqliteInboxListTests() : InboxListTests(Engine.SqliteAsync);

public sealed class PostgresInboxListTests() : InboxListTests(Engine.PostgresAsync);

public abstract class InboxListTests(Func<Task<Engine>> open) : InboxTests(open)
{
    [Fact]
    public async Task The_newest_activity_comes_first()
    {
        var first = await Inbox.MeetAsync("Oksana");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await Inbox.MeetAsync("Taras");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Inbox.HearAsync(first, "One more thing");

        (await Inbox.FindAsync(new ConversationFilter())).ShouldBe([first, second]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_also_at_equal_times()
    {
        for (var i = 0; i < 25; i++)
        {
            await Inbox.MeetAsync($"Customer {i}");
            Clock.Advance(TimeSpan.FromSeconds(i % 3));
        }

        var paged = new List<ConversationId>();
        ConversationCursor? cursor = null;
        while (true)
        {
            var page = await Inbox.Store.ListAsync(new ConversationFilter(), Clock.GetUtcNow(), cursor, 7, CancellationToken.None);
            paged.AddRange(page.Select(row => row.Conversation.Id));
            if (page.Count < 7)
            {
                break;
            }

            cursor = new ConversationCursor(page[^1].Conversation.UpdatedAt, page[^1].Conversation.Id);
        }

        paged.Count.ShouldBe(25);
        paged.ShouldBe(await Inbox.FindAsync(new ConversationFilter()));
    }

    [Fact]
    public async Task An_expired_claim_is_none_for_every_filter()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.Claims.ClaimAsync(id, anna, CancellationToken.None);

        (await Inbox.FindAsync(new ConversationFilter { ClaimedBy = anna.Id })).ShouldBe([id]);
        (await Inbox.FindAsync(new ConversationFilter { Unclaimed = true })).ShouldBeEmpty();

        Clock.Advance(Claim.Duration);

        (await Inbox.FindAsync(new ConversationFilter { ClaimedBy = anna.Id })).ShouldBeEmpty();
        (await Inbox.FindAsync(new ConversationFilter { Unclaimed = true })).ShouldBe([id]);
    }

    [Fact]
    public async Task Labels_and_states_narrow_the_list()
    {
        var anna = await Inbox.HireAsync("Anna");
        var vip = await Inbox.MeetAsync("Oksana");
        var done = await Inbox.MeetAsync("Taras");
        await Inbox.States.LabelAsync(vip, new LabelsRequest(["vip", " опт "], null), CancellationToken.None);
        await Inbox.States.LabelAsync(vip, new LabelsRequest(null, ["vip"]), CancellationToken.None);
        await Inbox.States.CloseAsync(done, anna, CancellationToken.None);

        (await Inbox.FindAsync(new ConversationFilter { Label = "опт" })).ShouldBe([vip]);
        (await Inbox.FindAsync(new ConversationFilter { Label = "vip" })).ShouldBeEmpty();
        (await Inbox.FindAsync(new ConversationFilter { Status = ConversationStatus.Closed })).ShouldBe([done]);
        (await Inbox.FindAsync(new ConversationFilter { ChannelId = Inbox.Channel })).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("доставка")]
    [InlineData("ДОСТАВ")]
    [InlineData("коли доставк")]
    [InlineData("Одес")]
    [InlineData("Оксан")]
    public async Task Search_finds_Ukrainian_words_and_their_beginnings(string typed)
    {
        var wanted = await Inbox.MeetAsync("Оксана Петренко");
        await Inbox.HearAsync(wanted, "Коли буде доставка в Одесу?");
        var other = await Inbox.MeetAsync("Тарас");
        await Inbox.HearAsync(other, "Дякую, все добре");

        (await Inbox.SearchAsync(typed)).ShouldBe([wanted]);
    }

    [Theory]
    [InlineData("refund")]
    [InlineData("REF")]
    [InlineData("order refund")]
    [InlineData("o'brien")]
    public async Task Search_finds_English_words_and_their_beginnings(string typed)
    {
        var wanted = await Inbox.MeetAsync("Pat O'Brien");
        await Inbox.HearAsync(wanted, "I want a refund for order 77");
        await Inbox.HearAsync(await Inbox.MeetAsync("Taras"), "Thanks, all fine");

        (await Inbox.SearchAsync(typed)).ShouldBe([wanted]);
    }

    [Theory]
    [InlineData("\" OR *")]
    [InlineData("'':* | !x")]
    [InlineData("NEAR(a b)")]
    public async Task Search_takes_query_operators_for_words(string typed)
    {
        await Inbox.HearAsync(await Inbox.MeetAsync("Taras"), "Hello");

        (await Inbox.SearchAsync(typed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_finds_by_ids_of_ours_and_of_the_platform()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var message = await Inbox.HearAsync(id, "Hello", platformId: "4711");
        await Inbox.HearAsync(await Inbox.MeetAsync("Taras"), "Hello");
        var conversation = await Inbox.ReadAsync(id);

        (await Inbox.SearchAsync(id.ToString())).ShouldBe([id]);
        (await Inbox.SearchAsync(message.Id.ToString())).ShouldBe([id]);
        (await Inbox.SearchAsync(conversation.ContactId.ToString())).ShouldBe([id]);
        (await Inbox.SearchAsync(conversation.Chat)).ShouldBe([id]);
        (await Inbox.SearchAsync("4711")).ShouldBe([id]);
    }

    [Fact]
    public async Task Search_knows_an_edited_message_by_its_new_words_only()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var message = await Inbox.HearAsync(id, "Tomorrow at nine");

        await Inbox.WriteAsync(transaction => Inbox.Store.UpdateMessageAsync(
            transaction, message with { Content = new MessageContent.Text("Friday at ten"), EditedAt = Clock.GetUtcNow() }));

        (await Inbox.SearchAsync("tomorrow")).ShouldBeEmpty();
        (await Inbox.SearchAsync("friday")).ShouldBe([id]);
    }

    [Fact]
    public async Task Search_passes_over_what_the_program_itself_wrote()
    {
        var anna = await Inbox.HireAsync("Anna");
        await Inbox.Claims.ClaimAsync(await Inbox.MeetAsync("Oksana"), anna, CancellationToken.None);

        (await Inbox.SearchAsync("Anna")).ShouldBeEmpty();
    }
}
