using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Testing;
using Rozmova.Tests.Live;

namespace Rozmova.Tests.Desks.Telegram;

/// <summary>From the group's notice to a conversation that one person holds, here and in the console alike.</summary>
public sealed class DeskClaimTests(DeskHouse house) : IClassFixture<DeskHouse>
{
    [Fact]
    public async Task A_pressed_Reply_is_a_claim_that_the_console_sees_and_the_conversation_opens_with_its_history()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Claiming Vira");
        await using var console = await LiveListener.ConnectAsync(house.Server.Address);
        var (customer, notice) = await scene.AskedAsync("Peonies <b>& more</b>?");

        var heard = await vira.HearsAsync(scene.Group.Press(vira.Phone, notice.Id, "✍️ Reply"));

        heard.Text!.ShouldContain("24 hours");
        var opened = await vira.OpenedAsync(customer);
        opened.Text!.ShouldContain("Peonies <b>& more</b>?");
        opened.Text!.ShouldContain("You hold it");
        var claimed = await console.NextAsync("conversation.claimed", data => data["claim"]!.Text("name") == vira.Name);
        claimed["data"]!["claim"]!.Text("operatorId").ShouldBe(vira.Id);
        var edited = await scene.NoticeAsync(customer, message => message.Text!.Contains("Taken by Claiming Vira", StringComparison.Ordinal));
        edited.Id.ShouldBe(notice.Id);
        notice.Text!.ShouldContain("Telegram");
        notice.IsSilent.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_twenty_who_press_at_once_one_gets_it_and_nineteen_are_told_who_and_one_message_is_edited()
    {
        var scene = await house.OpenAsync();
        var crew = new List<DeskColleague>();
        for (var number = 1; number <= 20; number++)
        {
            crew.Add(await scene.HireAsync($"Crew {number} of twenty"));
        }

        var (customer, notice) = await scene.AskedAsync();
        var presses = crew.Select(one => (Colleague: one, Press: scene.Group.Press(one.Phone, notice.Id, "✍️ Reply"))).ToList();
        var heard = await Task.WhenAll(presses.Select(async each => (each.Colleague, Answer: await each.Colleague.HearsAsync(each.Press))));

        var winner = heard.Single(each => each.Answer.Text!.Contains("24 hours", StringComparison.Ordinal)).Colleague;
        heard.Count(each => each.Answer.Text == $"{winner.Name} has it." && each.Answer.ShowAlert).ShouldBe(19);
        await scene.NoticeAsync(customer, message => message.Text!.Contains($"Taken by {winner.Name}", StringComparison.Ordinal));
        await winner.OpenedAsync(customer);
        scene.Group.BotMessages.Count.ShouldBe(1);
        EditsOf(notice.Id, scene).ShouldBe(1);
        var entries = await scene.Inbox.EntriesAsync(await scene.Inbox.ConversationOfAsync(customer.Profile.FullName));
        entries.Count(entry => entry["content"]!.Text("key") == "claimed").ShouldBe(1);
    }

    [Fact]
    public async Task A_claim_in_the_console_edits_the_group_and_whoever_presses_is_told_who_has_it()
    {
        var scene = await house.OpenAsync();
        var late = await scene.HireAsync("Late Lesia");
        var (customer, notice) = await scene.AskedAsync();
        var inConsole = (await house.Server.HireAsync(1))[0];
        var conversation = await scene.Inbox.ConversationOfAsync(customer.Profile.FullName);

        (await new Inbox(inConsole.Client).ClaimAsync(conversation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await scene.NoticeAsync(customer, message => message.Text!.Contains($"Taken by {inConsole.Name}", StringComparison.Ordinal));
        var heard = await late.HearsAsync(late.Phone.Press(notice, "✍️ Reply"));

        heard.Text.ShouldBe($"{inConsole.Name} has it.");
        await scene.LogsAsync($"{inConsole.Name} took");
    }

    [Fact]
    public async Task A_message_already_answered_elsewhere_says_so()
    {
        var scene = await house.OpenAsync();
        var late = await scene.HireAsync("Late Luka");
        var (customer, notice) = await scene.AskedAsync();
        var inConsole = (await house.Server.HireAsync(1))[0];
        var conversation = await scene.Inbox.ConversationOfAsync(customer.Profile.FullName);

        await new Inbox(inConsole.Client).ReplyAsync(conversation, "Yes, pink ones");
        (await inConsole.Client.PostAsync($"/api/v1/conversations/{conversation}/release", null)).EnsureSuccessStatusCode();
        await scene.NoticeAsync(customer, message => message.Text!.Contains($"Answered by {inConsole.Name}", StringComparison.Ordinal));
        var heard = await late.HearsAsync(late.Phone.Press(notice, "✍️ Reply"));

        heard.Text!.ShouldContain($"{inConsole.Name} has answered already");
        await late.OpenedAsync(customer);
        (await scene.Inbox.ConversationAsync(conversation))["claim"].ShouldBeNull();
    }

    [Fact]
    public async Task Later_messages_of_a_held_conversation_go_silently_to_the_group_and_to_whoever_holds_it()
    {
        var scene = await house.OpenAsync();
        var holder = await scene.HireAsync("Holding Halyna");
        var (customer, notice) = await scene.AskedAsync();
        await scene.TakeAsync(holder, customer);

        customer.SendText("And tulips?");

        var told = await holder.ReadsAsync("And tulips?");
        var later = await scene.Group.WaitForMessageAsync(
            message => message.Text!.Contains("And tulips?", StringComparison.Ordinal), CancellationToken.None).Soon();
        told.IsSilent.ShouldBeTrue();
        later.IsSilent.ShouldBeTrue();
        later.Id.ShouldNotBe(notice.Id);
        later.ReplyTo.ShouldBe(notice.Id);
    }

    [Fact]
    public async Task Many_messages_in_a_moment_are_one_notice_that_grows()
    {
        var scene = await house.OpenAsync();
        var customer = scene.Shop.AddCustomer();

        for (var number = 1; number <= 12; number++)
        {
            customer.SendText($"Question {number}");
        }

        await scene.NoticeAsync(customer, message => message.Text!.Contains("Question 12", StringComparison.Ordinal));
        scene.Group.BotMessages.Count.ShouldBe(1);
        scene.Group.BotMessages[0].Text!.ShouldContain("earlier messages");
    }

    [Fact]
    public async Task An_admin_looks_at_anybodys_conversation_and_takes_it_over()
    {
        var scene = await house.OpenAsync();
        var admin = await scene.HireAsync("Taking Tamara", "admin");
        var holder = await scene.HireAsync("Losing Lev");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(holder, customer);

        admin.Phone.SendText("/history");
        await admin.ReadsAsync("Held by Losing Lev");
        await admin.PressAsync(customer.Profile.FullName);
        await admin.ReadsAsync("🔴 Held by Losing Lev");
        await admin.PressAsync("Take over");

        await admin.ReadsAsync("🔵 You hold it");
        await holder.ReadsAsync("Taking Tamara has this conversation now");
        (await scene.Inbox.ConversationAsync(conversation))["claim"]!.Text("name").ShouldBe("Taking Tamara");
    }

    [Fact]
    public async Task A_claim_that_is_over_makes_the_notice_wait_again_and_one_that_was_renewed_does_not()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup { Time = clock });
        var scene = await DeskHouse.OpenAsync(server, house.Telegram, "webhook");
        var customer = scene.Shop.AddCustomer();
        customer.SendText("Are there peonies?");
        var conversation = await scene.Inbox.ConversationOfAsync(customer.Profile.FullName);
        await ShowsAsync(taken: false);
        await scene.Inbox.ClaimAsync(conversation);
        await ShowsAsync(taken: true);

        clock.Advance(TimeSpan.FromHours(12));
        await scene.Inbox.ClaimAsync(conversation);
        clock.Advance(TimeSpan.FromHours(13));
        var waiting = (await scene.Inbox.GetAsync("/api/v1/desks"))["items"]!.AsArray().Sum(desk => (long)desk!["waiting"]!);
        clock.Advance(TimeSpan.FromHours(10));
        await ShowsAsync(taken: true);
        clock.Advance(TimeSpan.FromHours(2));

        await ShowsAsync(taken: false);
        waiting.ShouldBe(0, "what is to be done at a later time does not wait");

        Task ShowsAsync(bool taken) => Eventually.Is("the notice says so", () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1)); // the group is written to at its pace
            return scene.Group.BotMessages.SingleOrDefault()?.Text is { } text
                && text.Contains("Taken by", StringComparison.Ordinal) == taken
                && text.StartsWith(taken ? "💬" : "🟢", StringComparison.Ordinal);
        }, CancellationToken.None);
    }

    [Fact]
    public async Task A_stale_button_answers_politely()
    {
        var scene = await house.OpenAsync();
        var somebody = await scene.HireAsync("Stale Stas");
        var home = somebody.Phone.BotMessages[^1];
        var json = home.Json.DeepClone().AsObject();
        json["reply_markup"] = JsonNode.Parse("""{"inline_keyboard":[[{"text":"Old","callback_data":"of-an-older-version"}]]}""");

        var heard = await somebody.HearsAsync(somebody.Phone.Press(home with { Json = json }, "Old"));

        heard.Text!.ShouldContain("out of date");
    }

    [Fact]
    public async Task Clearing_the_group_takes_away_what_waits_for_nobody()
    {
        var scene = await house.OpenAsync();
        var admin = await scene.HireAsync("Clearing Klara", "admin");
        var (taken, takenNotice) = await scene.AskedAsync();
        var (waiting, waitingNotice) = await scene.AskedAsync();
        await scene.TakeAsync(admin, taken);
        await scene.NoticeAsync(taken, message => message.Text!.Contains("Taken by", StringComparison.Ordinal));

        admin.Phone.SendText("/clear");

        await admin.ReadsAsync("1 message cleared");
        scene.Group.Messages.Single(message => message.Id == takenNotice.Id).IsDeleted.ShouldBeTrue();
        scene.Group.Messages.Single(message => message.Id == waitingNotice.Id).IsDeleted.ShouldBeFalse();
        waiting.BotMessages.ShouldBeEmpty();
    }

    private int EditsOf(int message, DeskScene scene) => house.Telegram.Simulator.Calls.Of("editMessageText")
        .Count(call => call.BotId == scene.Bot.Id && call.ChatId == scene.Group.Id && (int?)call.Parameters["message_id"] == message);
}
