using System.Net;
using System.Net.Http.Json;
using Rozmova.Testing;

namespace Rozmova.Tests.Conversations;

/// <summary>Two operators never both answer.</summary>
public sealed class TwoOperatorsTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task Of_many_claims_at_once_one_wins_and_the_others_are_told_who()
    {
        var (_, conversation) = await house.GreetedAsync();
        var crew = await house.Server.HireAsync(6);

        var answers = await Task.WhenAll(crew.Select(one => new Inbox(one.Client).ClaimAsync(conversation)));

        await ShouldHaveOneWinnerAsync(crew, answers, HttpStatusCode.OK);
        (await house.Inbox.EntriesAsync(conversation)).Count(entry => entry.Text("direction") == "event").ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_replies_at_once_one_reaches_the_customer()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var crew = await house.Server.HireAsync(6);

        var answers = await Task.WhenAll(crew.Select(one => new Inbox(one.Client).PostAsync(conversation, $"{one.Name} answers")));

        var winner = await ShouldHaveOneWinnerAsync(crew, answers, HttpStatusCode.Accepted);
        await customer.WaitForMessageAsync(_ => true, CancellationToken.None).Soon();
        await house.Inbox.StateAsync((await house.Inbox.EntriesAsync(conversation)).Single(entry => entry.Text("direction") == "outbound"), "sent");
        customer.BotMessages.Single().Text.ShouldBe($"{winner.Name} answers");
    }

    [Fact]
    public async Task Through_two_programs_on_one_PostgreSQL_one_wins_too()
    {
        using var folder = new TemporaryFolder();
        var setup = new RozmovaSetup { Data = folder.Path, Database = await Engine.Postgres.CreateAsync() };
        await using var telegram = await TelegramScene.StartAsync();
        await using var left = await RozmovaServer.StartAsync(setup);
        await using var right = await RozmovaServer.StartAsync(setup);
        var customer = (await telegram.ConnectAsync(left.Client)).AddCustomer();
        customer.SendText("Anybody there?");
        var conversation = await new Inbox(left.Client).ConversationOfAsync(customer.Profile.FullName);
        var crew = await left.HireAsync(6);
        Operator[] spread = [.. crew.Select((one, index) => index % 2 == 0 ? one : one with { Client = right.CreateClient(one.Key) })];

        var answers = await Task.WhenAll(spread.Select(one => new Inbox(one.Client).PostAsync(conversation, $"{one.Name} answers")));

        var winner = await ShouldHaveOneWinnerAsync(spread, answers, HttpStatusCode.Accepted);
        await customer.WaitForMessageAsync(_ => true, CancellationToken.None).Soon();
        await new Inbox(right.Client).EntryAsync(conversation, "it is sent", entry => entry.Text("status") == "sent");
        customer.BotMessages.Single().Text.ShouldBe($"{winner.Name} answers");
    }

    [Fact]
    public async Task Who_holds_nothing_can_neither_release_nor_transfer()
    {
        var (_, conversation) = await house.GreetedAsync();
        var crew = await house.Server.HireAsync(2);
        (await new Inbox(crew[0].Client).ClaimAsync(conversation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var released = await crew[1].Client.PostAsync($"/api/v1/conversations/{conversation}/release", null);
        var adminReleased = await house.Server.Client.PostAsync($"/api/v1/conversations/{conversation}/release", null);

        var problem = await released.ShouldBeProblemAsync(HttpStatusCode.Conflict, "claimed-by-other");
        problem["claimedBy"]!.Text("operatorId").ShouldBe(crew[0].Id);
        adminReleased.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_a_banned_operator_held_is_free_for_another()
    {
        var (_, conversation) = await house.GreetedAsync();
        var crew = await house.Server.HireAsync(2);
        (await new Inbox(crew[0].Client).ClaimAsync(conversation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var banned = await house.Server.Client.PatchAsJsonAsync($"/api/v1/operators/{crew[0].Id}", new { role = "banned" });

        banned.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.Inbox.ConversationAsync(conversation))["claim"].ShouldBeNull();
        (await new Inbox(crew[1].Client).ClaimAsync(conversation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_the_customer_wrote_meanwhile_stops_the_reply_until_the_writer_decides()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var seen = (await house.Inbox.EntriesAsync(conversation, 1))[0].Text("id");
        customer.SendText("Wait, another question");
        var unseen = (await house.Inbox.EntriesAsync(conversation, 2))[1].Text("id");

        var refused = await house.Inbox.PostAsync(conversation, "the answer", seen);
        var accepted = await house.Inbox.PostAsync(conversation, "the answer", unseen);

        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "unseen-messages");
        problem["messageIds"]!.AsArray().Select(id => (string?)id).ShouldBe([unseen]);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await customer.WaitForMessageAsync(_ => true, CancellationToken.None).Soon();
        customer.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_clicks_are_one_message()
    {
        var (customer, conversation) = await house.GreetedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(
            _ => house.Inbox.PostAsync(conversation, "clicked", key: "one-draft-of-the-composer")));
        var again = await house.Inbox.PostAsync(conversation, "clicked", key: "one-draft-of-the-composer");

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted || answer.StatusCode == HttpStatusCode.Conflict);
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var sent = await house.Inbox.StateAsync(await again.JsonAsync(), "sent");
        (await house.Inbox.EntriesAsync(conversation)).Where(entry => entry.Text("direction") == "outbound")
            .Select(entry => entry.Text("id")).ShouldBe([sent.Text("id")]);
        customer.BotMessages.Count.ShouldBe(1);
    }

    private static async Task<Operator> ShouldHaveOneWinnerAsync(
        IReadOnlyList<Operator> crew, HttpResponseMessage[] answers, HttpStatusCode success)
    {
        var winner = crew.Zip(answers).Where(pair => pair.Second.StatusCode == success).ShouldHaveSingleItem().First;
        foreach (var answer in answers.Where(answer => answer.StatusCode != success))
        {
            var claimedBy = (await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "claimed-by-other"))["claimedBy"]!;
            claimedBy.Text("name").ShouldBe(winner.Name);
            claimedBy.Text("operatorId").ShouldBe(winner.Id);
            claimedBy["until"].ShouldNotBeNull();
        }

        return winner;
    }
}
