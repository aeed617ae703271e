using System.Net;
using System.Net.Http.Json;

namespace Rozmova.Tests.Composing;

/// <summary>Replies for later: sent once at their time, or kept with the reason.</summary>
public sealed class ScheduledTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_reply_for_later_waits_for_its_time_and_is_then_sent(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        var (customer, conversation) = await house.GreetedAsync();

        await house.PlannedAsync(conversation, "Your order is ready", TimeSpan.FromHours(1));
        house.Clock.Advance(TimeSpan.FromMinutes(50));
        (await house.WaitingAsync(conversation)).Single().Text("status").ShouldBe("scheduled");
        customer.BotMessages.ShouldBeEmpty();

        await house.PassUntilAsync("it has left", async () => (await house.WaitingAsync(conversation)).Count == 0);
        await customer.WaitForMessageAsync(_ => true, CancellationToken.None).Soon();
        customer.BotMessages.Single().Text.ShouldBe("Your order is ready");
        (await house.WaitingAsync(conversation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_came_due_while_the_program_was_down_is_sent_once_it_runs_again(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        var (customer, conversation) = await house.GreetedAsync();
        await house.PlannedAsync(conversation, "Your order is ready", TimeSpan.FromHours(1));

        await house.RestartAsync(after: TimeSpan.FromHours(2));

        await house.PassUntilAsync("it has left", async () => (await house.WaitingAsync(conversation)).Count == 0);
        await customer.WaitForMessageAsync(_ => true, CancellationToken.None).Soon();
        customer.BotMessages.Single().Text.ShouldBe("Your order is ready");
    }

    [Fact]
    public async Task Of_two_programs_one_sends_it()
    {
        await using var house = await ComposerHouse.StartAsync(Engine.Postgres);
        await using var neighbour = await house.StartNeighbourAsync();
        var (customer, conversation) = await house.GreetedAsync();
        foreach (var text in Enumerable.Range(1, 10).Select(number => $"Part {number}"))
        {
            await house.PlannedAsync(conversation, text, TimeSpan.FromMinutes(1));
        }

        house.Clock.Advance(TimeSpan.FromMinutes(2));

        await house.PassUntilAsync("all have left", async () => (await house.WaitingAsync(conversation)).Count == 0);
        await house.PassUntilAsync("all arrived", () => Task.FromResult(customer.BotMessages.Count >= 10));
        customer.BotMessages.Select(message => message.Text).Order().ShouldBe(
            Enumerable.Range(1, 10).Select(number => $"Part {number}").Order());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_colleague_who_has_taken_the_conversation_stops_it_and_the_text_stays(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        var (customer, conversation) = await house.GreetedAsync();
        await house.PlannedAsync(conversation, "Your order is ready", TimeSpan.FromHours(1));
        var colleague = (await house.Server.HireAsync(1))[0];
        (await new Inbox(colleague.Client).ClaimAsync(conversation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        house.Clock.Advance(TimeSpan.FromMinutes(61));

        await house.PassUntilAsync(
            "it says so", async () => (await house.WaitingAsync(conversation)).Single().Text("status") == "failed");
        var waiting = (await house.WaitingAsync(conversation)).Single();
        waiting["error"]!.Text("code").ShouldBe("claimed-by-other");
        waiting["content"]!.Text("text").ShouldBe("Your order is ready");
        customer.BotMessages.ShouldBeEmpty();
        (await house.Inbox.EntriesAsync(conversation)).ShouldContain(
            entry => (string?)entry["content"]!["key"] == "schedule-failed");
    }

    [Fact]
    public async Task It_can_be_changed_sent_at_once_or_called_off()
    {
        await using var house = await ComposerHouse.StartAsync(Engine.Sqlite);
        var (customer, conversation) = await house.GreetedAsync();
        var first = await house.PlannedAsync(conversation, "First", TimeSpan.FromHours(1));
        var second = await house.PlannedAsync(conversation, "Second", TimeSpan.FromHours(2));
        var path = $"/api/v1/conversations/{conversation}/scheduled";

        var changed = await house.Server.Client.PatchAsJsonAsync(
            $"{path}/{first.Text("id")}", new { content = new { type = "text", text = "First, in other words" } });
        var sent = await house.Server.Client.PostAsync($"{path}/{first.Text("id")}/send", null);
        var cancelled = await house.Server.Client.DeleteAsync($"{path}/{second.Text("id")}");

        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        sent.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        cancelled.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await house.WaitingAsync(conversation)).ShouldBeEmpty();
        await customer.WaitForMessageAsync(_ => true, CancellationToken.None).Soon();
        customer.BotMessages.Single().Text.ShouldBe("First, in other words");
    }

    [Fact]
    public async Task A_colleague_can_neither_change_nor_call_off_what_another_wrote()
    {
        await using var house = await ComposerHouse.StartAsync(Engine.Sqlite);
        var (_, conversation) = await house.GreetedAsync();
        var planned = await house.PlannedAsync(conversation, "First", TimeSpan.FromHours(1));
        var colleague = (await house.Server.HireAsync(1))[0];

        var answer = await colleague.Client.DeleteAsync($"/api/v1/conversations/{conversation}/scheduled/{planned.Text("id")}");

        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "not-yours");
    }

    [Fact]
    public async Task A_time_that_is_over_or_too_far_away_is_refused()
    {
        await using var house = await ComposerHouse.StartAsync(Engine.Sqlite);
        var (_, conversation) = await house.GreetedAsync();

        foreach (var after in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(-1), TimeSpan.FromDays(91) })
        {
            var answer = await house.PlanAsync(house.Server.Client, conversation, "Later", after);
            (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request")).Text("field").ShouldBe("sendAt");
        }
    }
}
