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

    [Theory]
    [InlineData(ConversationOrder.Newest)]
    [InlineData(ConversationOrder.Oldest)]
    [InlineData(ConversationOrder.Waiting)]
    [InlineData(ConversationOrder.Unread)]
    public async Task Pages_follow_each_other_without_gap_or_repeat_also_at_equal_times(ConversationOrder order)
    {
        for (var i = 0; i < 25; i++)
        {
            var id = await Inbox.MeetAsync($"Customer {i}");
            if (i % 2 == 0)
            {
                await Inbox.HearAsync(id, "Hello");
            }

            Clock.Advance(TimeSpan.FromSeconds(i % 3));
        }

        var filter = new ConversationFilter { Order = order };
        var paged = new List<ConversationId>();
        ConversationCursor? cursor = null;
        while (true)
        {
            var page = await Inbox.Store.ListAsync(filter, Clock.GetUtcNow(), cursor, 7, CancellationToken.None);
            paged.AddRange(page.Select(row => row.Conversation.Id));
            if (page.Count < 7)
            {
                break;
            }

            cursor = new ConversationCursor(page[^1].Place, page[^1].Conversation.Id);
        }

        paged.Count.ShouldBe(25);
        paged.ShouldBe(await Inbox.FindAsync(filter));
    }

    [Fact]
    public async Task The_list_is_sorted_as_asked()
    {
        var waiting = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(waiting, "Hello?");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var read = await Inbox.MeetAsync("Taras");
        await Inbox.HearAsync(read, "Hello");
        await Inbox.States.ReadAsync(read, CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var quiet = await Inbox.MeetAsync("Ira");

        (await SortedAsync(ConversationOrder.Newest)).ShouldBe([quiet, read, waiting]);
        (await SortedAsync(ConversationOrder.Oldest)).ShouldBe([waiting, read, quiet]);
        (await SortedAsync(ConversationOrder.Waiting)).ShouldBe([waiting, read, quiet]);
        (await SortedAsync(ConversationOrder.Unread)).ShouldBe([waiting, quiet, read]);
    }

    [Fact]
    public async Task Only_those_who_waited_long_enough_are_found_by_waiting_time()
    {
        var patient = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(patient, "Hello?");
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Inbox.HearAsync(await Inbox.MeetAsync("Taras"), "Hello");
        await Inbox.MeetAsync("Ira");

        (await Inbox.FindAsync(new ConversationFilter { WaitingMinutes = 10 })).ShouldBe([patient]);
    }

    [Fact]
    public async Task Each_view_is_counted_as_its_list_is_long()
    {
        var anna = await Inbox.HireAsync("Anna");
        var bohdan = await Inbox.HireAsync("Bohdan");
        var ids = new List<ConversationId>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await Inbox.MeetAsync($"Customer {i}"));
        }

        await Inbox.Claims.ClaimAsync(ids[0], anna, CancellationToken.None);
        await Inbox.Claims.ClaimAsync(ids[1], bohdan, CancellationToken.None);
        await Inbox.States.SnoozeAsync(ids[2], anna, Clock.GetUtcNow().AddDays(3), CancellationToken.None);
        await Inbox.States.CloseAsync(ids[3], anna, CancellationToken.None);

        (await Inbox.Store.CountAsync(anna.Id, Clock.GetUtcNow(), CancellationToken.None)).ShouldBe(new InboxCounts(1, 2, 4, 1, 1));
        Clock.Advance(Claim.Duration);
        (await Inbox.Store.CountAsync(anna.Id, Clock.GetUtcNow(), CancellationToken.None)).ShouldBe(new InboxCounts(0, 4, 4, 1, 1));
    }

    [Fact]
    public async Task Search_shows_the_newest_message_with_the_words()
    {
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(id, "A refund, please");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var newest = await Inbox.HearAsync(id, "The refund has not come");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Inbox.HearAsync(id, "Hello?");

        (await RowsAsync("refund")).ShouldHaveSingleItem().Match!.Id.ShouldBe(newest.Id);
        (await RowsAsync("oksana")).ShouldHaveSingleItem().Match.ShouldBeNull();
    }

    [Fact]
    public async Task Search_narrows_by_who_wrote_and_when()
    {
        var early = await Inbox.MeetAsync("Оксана Петренко");
        await Inbox.HearAsync(early, "Refund, please");
        var today = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromDays(2));
        var late = await Inbox.MeetAsync("Taras");
        await Inbox.HearAsync(late, "Refund, please");
        var tomorrow = today.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        (await Inbox.SearchAsync("refund from:оксана")).ShouldBe([early]);
        (await Inbox.SearchAsync("from:\"оксана петр\"")).ShouldBe([early]);
        (await Inbox.SearchAsync($"refund after:{tomorrow}")).ShouldBe([late]);
        (await Inbox.SearchAsync($"before:{tomorrow} refund")).ShouldBe([early]);
        (await Inbox.SearchAsync("refund has:file")).ShouldBeEmpty();
        (await Inbox.SearchAsync("refund before:yesterday")).ShouldBeEmpty();
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

    private Task<IReadOnlyList<ConversationId>> SortedAsync(ConversationOrder order) =>
        Inbox.FindAsync(new ConversationFilter { Order = order });

    private ValueTask<IReadOnlyList<ConversationRow>> RowsAsync(string typed) =>
        Inbox.Store.ListAsync(new ConversationFilter { Query = typed }, Clock.GetUtcNow(), null, 200, CancellationToken.None);
}
