using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Rozmova.Tests.Desks.Telegram;

/// <summary>Who may work at the Telegram desk: the same operators as everywhere.</summary>
public sealed class DeskJoinTests(DeskHouse house) : IClassFixture<DeskHouse>
{
    [Fact]
    public async Task A_stranger_asks_to_join_and_an_admin_approves_by_a_button()
    {
        var scene = await house.OpenAsync();
        var admin = await scene.HireAsync("Admin Ada", "admin");
        var stranger = new DeskColleague(scene.AddPerson("Newcomer Nadia"), "", "Newcomer Nadia");

        stranger.Phone.Start();
        await stranger.ReadsAsync("with the admins");
        await admin.ReadsAsync("Newcomer Nadia asks to join");
        await admin.PressAsync("Approve");

        await stranger.ReadsAsync("You are in");
        await admin.ReadsAsync("Newcomer Nadia: operator");
        (await RoleAsync(stranger.Phone.Id)).ShouldBe("operator");
    }

    [Fact]
    public async Task A_stranger_asks_in_Ukrainian_and_an_admin_approves_by_a_command()
    {
        var scene = await house.OpenAsync();
        var admin = await scene.HireAsync("Admin Adam", "admin");
        var stranger = new DeskColleague(scene.AddPerson("Новенька", "uk"), "", "Новенька");

        stranger.Phone.Start();
        await stranger.ReadsAsync("в адміністраторів");
        (await RoleAsync(stranger.Phone.Id)).ShouldBe("pending");
        admin.Phone.SendText(string.Create(CultureInfo.InvariantCulture, $"/admin_{stranger.Phone.Id}"));

        await stranger.ReadsAsync("Вас прийнято");
        (await RoleAsync(stranger.Phone.Id)).ShouldBe("admin");
    }

    [Fact]
    public async Task Only_admins_approve_and_ban()
    {
        var scene = await house.OpenAsync();
        var somebody = await scene.HireAsync("Only Olha");
        var other = await scene.HireAsync("Only Oleh");

        somebody.Phone.SendText(string.Create(CultureInfo.InvariantCulture, $"/ban_{other.Phone.Id}"));

        await somebody.ReadsAsync("Only admins");
        (await RoleAsync(other.Phone.Id)).ShouldBe("operator");
    }

    [Fact]
    public async Task Banning_releases_what_they_hold_and_their_presses_are_refused_and_logged()
    {
        var scene = await house.OpenAsync();
        var admin = await scene.HireAsync("Strict Sasha", "admin");
        var banned = await scene.HireAsync("Banned Bohdan");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(banned, customer);

        admin.Phone.SendText(string.Create(CultureInfo.InvariantCulture, $"/ban_{banned.Phone.Id}"));
        await admin.ReadsAsync("Banned Bohdan: banned");
        var notice = await scene.NoticeAsync(customer, message => message.Buttons[0].Text.Contains("Reply", StringComparison.Ordinal));
        var answer = await banned.HearsAsync(scene.Group.Press(banned.Phone, notice.Id, notice.Buttons[0].Text));

        answer.Text.ShouldBe("You are banned here.");
        answer.ShowAlert.ShouldBeTrue();
        (await scene.Inbox.ConversationAsync(conversation))["claim"].ShouldBeNull();
        await scene.LogsAsync("Banned Bohdan, who is banned");
    }

    [Fact]
    public async Task A_link_of_an_existing_operator_ties_the_account_that_opens_it_once()
    {
        var scene = await house.OpenAsync();
        var hired = await (await house.Server.Client.PostAsJsonAsync("/api/v1/operators", new { name = "Linked Lida" })).JsonAsync();
        var answer = await house.Server.Client.PostAsync($"/api/v1/operators/{hired["id"]}/telegram-link?deskId={scene.Desk["id"]}", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var url = new Uri((await answer.JsonAsync()).Text("url"));
        var payload = url.Query.Split('=')[1];
        var lida = new DeskColleague(scene.AddPerson("L"), "", "Linked Lida");
        var thief = new DeskColleague(scene.AddPerson("T"), "", "T");

        lida.Phone.Start(payload);
        await lida.ReadsAsync("is now Linked Lida's");
        thief.Phone.Start(payload);

        url.ToString().ShouldStartWith($"https://t.me/{scene.Bot.Username}?start=");
        payload.Length.ShouldBeLessThanOrEqualTo(64);
        await thief.ReadsAsync("used already");
        var tied = await (await house.Server.Client.GetAsync($"/api/v1/operators/{hired["id"]}")).JsonAsync();
        ((long)tied["telegramUserId"]!).ShouldBe(lida.Phone.Id);
        await lida.ReadsAsync("Hello, Linked Lida");
    }

    [Fact]
    public async Task An_operator_makes_the_link_of_their_own_account()
    {
        var scene = await house.OpenAsync();
        var mykola = (await house.Server.HireAsync(1)).Single();
        var phone = new DeskColleague(scene.AddPerson("M"), "", mykola.Name);

        var answer = await mykola.Client.PostAsync($"/api/v1/operators/{mykola.Id}/telegram-link?deskId={scene.Desk["id"]}", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        phone.Phone.Start(new Uri((await answer.JsonAsync()).Text("url")).Query.Split('=')[1]);

        await phone.ReadsAsync($"is now {mykola.Name}'s");
        var me = await (await mykola.Client.GetAsync("/api/v1/me")).JsonAsync();
        ((long)me["telegramUserId"]!).ShouldBe(phone.Phone.Id);
    }

    [Fact]
    public async Task An_operator_makes_no_link_of_a_colleague()
    {
        var crew = await house.Server.HireAsync(2);

        var answer = await crew[0].Client.PostAsync($"/api/v1/operators/{crew[1].Id}/telegram-link", null);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Without_a_Telegram_desk_there_is_no_link_to_give()
    {
        await using var server = await RozmovaServer.StartAsync();
        var me = await (await server.Client.GetAsync("/api/v1/me")).JsonAsync();

        var answer = await server.Client.PostAsync($"/api/v1/operators/{me["id"]}/telegram-link", null);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "no-telegram-desk");
    }

    [Fact]
    public async Task All_users_come_page_by_page()
    {
        var scene = await house.OpenAsync();
        var admin = await scene.HireAsync("Paging Petro", "admin");
        for (var number = 0; number < 9; number++)
        {
            await house.Server.Client.PostAsJsonAsync("/api/v1/operators", new { name = $"Paged {number}" });
        }

        admin.Phone.SendText("/all_users");
        await admin.ReadsAsync("Page 1");
        await admin.PressAsync("Next");
        var second = await admin.ReadsAsync("Page 2");
        await admin.PressAsync("Previous");

        second.Buttons.ShouldContain(button => button.Text.Contains("Previous", StringComparison.Ordinal));
        await admin.ReadsAsync("Page 1");
    }

    private async Task<string> RoleAsync(long user)
    {
        var all = await (await house.Server.Client.GetAsync("/api/v1/operators?limit=200")).JsonAsync();
        return all["items"]!.AsArray().Single(one => (long?)one!["telegramUserId"] == user)!.Text("role");
    }
}
