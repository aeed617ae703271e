using Rozmova.Simulators.Telegram;

namespace Rozmova.Tests.Desks.Telegram;

/// <summary>What an operator does with buttons in the private chat.</summary>
public sealed class DeskScreenTests(DeskHouse house) : IClassFixture<DeskHouse>
{
    [Fact]
    public async Task The_history_is_leafed_through_in_both_directions()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Leafing Vira");
        var customer = scene.Shop.AddCustomer();
        for (var number = 1; number <= 20; number++)
        {
            customer.SendText($"word-{number:00}");
        }

        await scene.NoticeAsync(customer, message => message.Text!.Contains("word-20", StringComparison.Ordinal));
        await scene.TakeAsync(vira, customer);
        await vira.PressAsync("Older");
        var older = await vira.SeesAsync(message => message.Text!.Contains("word-08", StringComparison.Ordinal));
        await vira.PressAsync("Newer");

        older.Text!.ShouldNotContain("word-20");
        await vira.SeesAsync(message => message.Id == older.Id && message.Text!.Contains("word-20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_is_read_put_away_closed_opened_again_and_released()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Busy Vira");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(vira, customer);

        (await vira.PressAsync("Mark read")).Text.ShouldBe("Marked as read.");
        ((int)(await scene.Inbox.ConversationAsync(conversation))["unread"]!).ShouldBe(0);
        await vira.PressAsync("Snooze");
        (await vira.PressAsync("3 hours")).Text.ShouldBe("Put away for 3 hours.");
        (await scene.Inbox.ConversationAsync(conversation)).Text("status").ShouldBe("snoozed");
        (await vira.PressAsync("Close")).Text.ShouldBe("Closed.");
        (await scene.Inbox.ConversationAsync(conversation)).Text("status").ShouldBe("closed");
        await scene.NoticeAsync(customer, message => message.Text!.Contains("✔️ Closed", StringComparison.Ordinal));
        (await vira.PressAsync("Open again")).Text.ShouldBe("Open again.");
        (await vira.PressAsync("Release")).Text.ShouldBe("Released.");

        (await scene.Inbox.ConversationAsync(conversation))["claim"].ShouldBeNull();
        await scene.NoticeAsync(customer, message => message.Buttons[0].Text.Contains("Reply", StringComparison.Ordinal));
        await scene.LogsAsync("Busy Vira released");
    }

    [Fact]
    public async Task A_conversation_handed_over_is_opened_by_its_new_holder()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Giving Vira");
        var taras = await scene.HireAsync("A Taker Taras");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(vira, customer);

        await vira.PressAsync("Hand over");
        await vira.PressAsync("A Taker Taras");
        await taras.ReadsAsync("Giving Vira handed you this conversation");
        await taras.PressAsync("Open");
        await taras.OpenedAsync(customer);
        taras.Phone.SendText("I am on it");

        await customer.WaitForMessageAsync(message => message.Text == "I am on it", CancellationToken.None).Soon();
        (await scene.Inbox.ConversationAsync(conversation))["claim"]!.Text("name").ShouldBe("A Taker Taras");
    }

    [Fact]
    public async Task Lists_show_what_is_mine_pinned_and_everybodys()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Listing Vira");
        var (customer, _) = await scene.AskedAsync();
        await scene.TakeAsync(vira, customer);
        await vira.PressAsync("Pin");

        vira.Phone.SendText("/pinned");
        var pinned = await vira.SeesAsync(message => message.Text!.StartsWith("Pinned", StringComparison.Ordinal));
        vira.Phone.SendText("/my");
        var mine = await vira.SeesAsync(message => message.Text!.StartsWith("My conversations", StringComparison.Ordinal));
        await vira.PressAsync("Menu");
        await vira.PressAsync("My history");
        await vira.SeesAsync(message => message.Text!.StartsWith("My history", StringComparison.Ordinal)
            && message.Text.Contains(customer.Profile.FullName, StringComparison.Ordinal));
        vira.Phone.SendText("/stats");
        var numbers = await vira.SeesAsync(message => message.Text!.Contains("Statistics", StringComparison.Ordinal));

        pinned.Text!.ShouldContain(customer.Profile.FullName);
        mine.Text!.ShouldContain(customer.Profile.FullName);
        numbers.Text!.ShouldContain("You hold 1");
    }

    [Fact]
    public async Task Lists_have_pages()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Many Vira");
        for (var number = 0; number < 9; number++)
        {
            scene.Shop.AddCustomer().SendText("Me too");
        }

        await Eventually9Async(scene);
        vira.Phone.SendText("/waiting");
        var first = await vira.SeesAsync(message => message.Text!.StartsWith("Waiting", StringComparison.Ordinal));
        await vira.PressAsync("Next");
        await vira.SeesAsync(message => message.Id == first.Id && message.Text!.Contains("Page 2", StringComparison.Ordinal));
        await vira.PressAsync("Previous");

        await vira.SeesAsync(message => message.Id == first.Id && !message.Text!.Contains("Page", StringComparison.Ordinal));
        first.Buttons.Count(button => button.Text.StartsWith('⚪')).ShouldBe(8);
    }

    [Fact]
    public async Task Everything_is_said_in_Ukrainian_to_whoever_uses_Telegram_in_it()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Українська Віра", language: "uk");
        var (_, notice) = await scene.AskedAsync();

        var heard = await vira.HearsAsync(scene.Group.Press(vira.Phone, notice.Id, notice.Buttons[0].Text));

        heard.Text!.ShouldContain("Ваша на 24 години");
        await vira.ReadsAsync("Розмова у вас");
        await vira.ReadsAsync("Усе, що напишете, отримає");
    }

    [Fact]
    public async Task A_picture_follows_its_text_to_the_group_and_to_whoever_opens_the_conversation()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Seeing Vira");
        var customer = scene.Shop.AddCustomer();

        customer.SendPhoto(Samples.Photo(40), "Like this one");
        var notice = await scene.NoticeAsync(customer, message => message.Text!.Contains("Like this one", StringComparison.Ordinal));
        var picture = await scene.Group.WaitForMessageAsync(message => message.Json.ContainsKey("photo"), CancellationToken.None).Soon();
        await scene.TakeAsync(vira, customer);

        await vira.SeesAsync(message => message.Json.ContainsKey("photo"));
        picture.ReplyTo.ShouldBe(notice.Id);
        picture.IsSilent.ShouldBeTrue();
        picture.Id.ShouldBeGreaterThan(notice.Id);
    }

    private static Task Eventually9Async(DeskScene scene) => Testing.Eventually.Is(
        "nine have a conversation",
        async () => (await scene.Inbox.GetAsync($"/api/v1/conversations?channelId={scene.Shop.Id}"))["items"]!.AsArray().Count == 9,
        CancellationToken.None);
}
