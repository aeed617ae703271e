using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Platforms.Tests.SellerCrm;

/// <summary>What is new is found by the ids alone, and each of it once.</summary>
public sealed class SellerCrmPollingTests
{
    [Fact]
    public async Task On_first_connection_a_month_is_history_and_what_is_unread_is_new()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var ancient = crm.Seller.AddOrder("ancient@example.com");
        ancient.Write("before the month");
        crm.Clock.Pass(TimeSpan.FromDays(31));
        var order = crm.Seller.AddOrder("buyer@example.com");
        order.Write("read long ago");
        order.AnswerInCrm("answered there");
        order.ReadInCrm();
        crm.Clock.Pass(TimeSpan.FromMinutes(1));
        order.Write("not read yet");
        var quiet = crm.Seller.AddOrder("quiet@example.com");
        quiet.NoticeOfShop("Thank you for your order");

        var events = await crm.CatchUpAsync();

        events.OfType<InboundEvent.MessageReceived>().Select(message => (Said(message.Content), message.IsHistory))
            .ShouldBe([("read long ago", true), ("not read yet", false)]);
        events.OfType<InboundEvent.MessageEchoed>().ShouldHaveSingleItem().IsHistory.ShouldBeTrue();
        events.Select(each => each.Chat).Distinct().ShouldBe([SellerCrmUnderTest.ChatOf(order)]);
        events.OfType<InboundEvent.MessageReceived>().ShouldAllBe(message => message.From.Name == "buyer@example.com");
    }

    [Fact]
    public async Task A_message_is_handed_over_once_however_often_it_is_polled_also_by_another_process()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var order = crm.Seller.AddOrder("buyer@example.com");
        await crm.PollAsync();
        order.Write("one");
        var first = await crm.CatchUpAsync(12); // a look at the whole list among them
        crm.Restart();
        order.Write("two");

        var second = await crm.CatchUpAsync(12);

        first.Select(Said).ShouldBe(["one"]);
        second.Select(Said).ShouldBe(["two"]);
    }

    [Fact]
    public async Task A_message_that_a_colleague_has_read_in_the_CRM_is_found_by_the_whole_list()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var order = crm.Seller.AddOrder("buyer@example.com");
        await crm.PollAsync();
        order.Write("read before we looked");
        order.ReadInCrm();

        var events = await crm.CatchUpAsync(11);

        events.ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task More_than_a_page_comes_whole_from_whichever_clone(bool givesNewest, bool isOdd)
    {
        await using var crm = await SellerCrmUnderTest.StartAsync(
            new SellerCrmSimulatorOptions { MessagesAtOnce = 7, GivesNewest = givesNewest, IsOddClone = isOdd, ListMember = isOdd ? "items" : "chats" });
        var order = crm.Seller.AddOrder("buyer@example.com");
        await crm.PollAsync();
        string[] early = [.. Enumerable.Range(0, 30).Select(number => $"early {number}")];
        string[] late = [.. Enumerable.Range(0, 30).Select(number => $"late {number}")];
        Array.ForEach(early, text => order.Write(text));
        var first = await crm.CatchUpAsync();
        Array.ForEach(late, text => order.Write(text));

        var second = await crm.CatchUpAsync();

        first.Select(Said).ShouldBe(early);
        second.Select(Said).ShouldBe(late);
    }

    [Fact]
    public async Task After_an_outage_the_newest_chats_come_first_and_nothing_is_missing()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        SimulatedOrder[] orders = [.. Enumerable.Range(0, 25).Select(index => crm.Seller.AddOrder($"buyer{index}@example.com"))];
        await crm.PollAsync();
        crm.Simulator.Faults.Add(new Fault.HttpStatus(503) { Count = int.MaxValue });
        foreach (var order in orders)
        {
            crm.Clock.Pass(TimeSpan.FromMinutes(3));
            order.Write($"in the outage, {order.Email}");
            (await crm.PollAsync()).Report.State.ShouldBe(ConnectionState.Failed);
        }

        crm.Simulator.Faults.Clear();
        var events = await crm.CatchUpAsync();

        events.Select(each => each.Chat).ShouldBe(orders.Reverse().Select(SellerCrmUnderTest.ChatOf));
    }

    [Fact]
    public async Task A_crash_before_a_batch_was_durable_repeats_it()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var order = crm.Seller.AddOrder("buyer@example.com");
        var before = (await crm.Platform.PollAsync(crm.Channel, null, CancellationToken.None)).Offset;
        order.Write("precious");
        crm.Clock.Pass(TimeSpan.FromMinutes(1));
        var lost = await crm.Platform.PollAsync(crm.Channel, before, CancellationToken.None);

        var again = await crm.Platform.PollAsync(crm.Channel, before, CancellationToken.None);

        lost.Updates.ShouldHaveSingleItem();
        again.Updates.ShouldHaveSingleItem().ToArray().ShouldBe(lost.Updates[0].ToArray());
    }

    [Fact]
    public async Task What_was_taken_back_and_what_was_seen_is_noticed()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var order = crm.Seller.AddOrder("buyer@example.com");
        await crm.PollAsync();
        var written = order.Write("a secret");
        var answer = order.AnswerInCrm("our answer");
        await crm.CatchUpAsync();
        order.TakeBack(written.Id);
        order.See();

        var events = await crm.CatchUpAsync(12);

        events.OfType<InboundEvent.MessageDeleted>().First().Id.Id.ShouldBe(written.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var seen = events.OfType<InboundEvent.DeliveryReported>().First();
        seen.Report.ShouldBe(DeliveryReport.Read);
        seen.Id.Id.ShouldBe(answer.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_chat_that_cannot_be_read_holds_up_no_other_and_is_tried_again()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var (broken, healthy) = (crm.Seller.AddOrder("broken@example.com"), crm.Seller.AddOrder("healthy@example.com"));
        await crm.PollAsync();
        healthy.Write("from the healthy one");
        crm.Clock.Pass(TimeSpan.FromSeconds(2));
        broken.Write("from the broken one");
        crm.Simulator.Faults.Add(new Refusal(7, "Internal error", "E7")
        {
            Method = "messages", Whom = SellerCrmUnderTest.ChatOf(broken), Count = 2,
        });

        var (events, report) = await crm.PollAsync();
        var later = await crm.CatchUpAsync(4);

        events.Select(Said).ShouldBe(["from the healthy one"]);
        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("Internal error (E7)");
        later.Select(Said).ShouldBe(["from the broken one"]);
    }

    [Fact]
    public async Task A_chat_that_is_gone_is_not_asked_for_again()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var order = crm.Seller.AddOrder("buyer@example.com");
        await crm.PollAsync();
        order.Write("and away");
        crm.Simulator.Faults.Add(new Fault.HttpStatus(404) { Method = "messages" });

        var (_, report) = await crm.PollAsync();
        await crm.CatchUpAsync(12);

        report.State.ShouldBe(ConnectionState.Connected);
        crm.Simulator.Calls.Count("messages").ShouldBe(1);
    }

    private static string Said(InboundEvent happened) => Said(((InboundEvent.MessageReceived)happened).Content);

    private static string Said(MessageContent content) => ((MessageContent.Text)content).Body;
}
