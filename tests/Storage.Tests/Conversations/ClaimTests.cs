using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Operators;

namespace Rozmova.Storage.Tests.Conversations;

public sealed class SqliteClaimTests() : ClaimTests(Engine.SqliteAsync);

public sealed class PostgresClaimTests() : ClaimTests(Engine.PostgresAsync);

public abstract class ClaimTests(Func<Task<Engine>> open) : InboxTests(open)
{
    [Fact]
    public async Task Of_twenty_who_claim_at_once_exactly_one_wins_also_through_two_processes()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var elsewhere = new Inbox(await Engine.OpenAsync(), Clock, Inbox.Channel);
        var operators = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Inbox.HireAsync($"Operator {number}")));

        var results = await Task.WhenAll(operators.Select((me, place) => Task.Run(async () =>
            await (place % 2 == 0 ? Inbox : elsewhere).Claims.ClaimAsync(id, me, CancellationToken.None))));

        var winner = results.Where(result => result.Value is not null).ShouldHaveSingleItem().Value!.Claim!;
        results.Where(result => result.Value is null)
            .ShouldAllBe(result => ((Refusal.ClaimedByOther)result.Refusal!).By == winner);
        (await Inbox.HistoryAsync(id)).Select(message => message.Content.Words()).ShouldBe([$"{winner.Name} took the conversation."]);
    }

    [Fact]
    public async Task Of_two_who_reply_at_once_one_is_told_who_has_it()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var anna = await Inbox.HireAsync("Anna");
        var bohdan = await Inbox.HireAsync("Bohdan");

        var results = await Task.WhenAll(
            Task.Run(async () => await Inbox.SayAsync(id, anna, "I am Anna")),
            Task.Run(async () => await Inbox.SayAsync(id, bohdan, "I am Bohdan")));

        var said = results.Where(result => result.Value is not null).ShouldHaveSingleItem().Value!;
        var refusal = results.Single(result => result.Value is null).Refusal.ShouldBeOfType<Refusal.ClaimedByOther>();
        refusal.By.OperatorId.Value.ShouldBe(said.Author.Id!.Value);
        Inbox.Offered.ShouldHaveSingleItem().MessageId.ShouldBe(said.Id);
    }

    [Fact]
    public async Task A_claim_ends_after_a_day_without_a_reply_and_each_reply_renews_it()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var anna = await Inbox.HireAsync("Anna");
        var bohdan = await Inbox.HireAsync("Bohdan");
        await Inbox.Claims.ClaimAsync(id, anna, CancellationToken.None);
        Clock.Advance(TimeSpan.FromHours(23));
        await Inbox.SayAsync(id, anna, "Still here");
        Clock.Advance(TimeSpan.FromHours(23));

        (await Inbox.Claims.ClaimAsync(id, bohdan, CancellationToken.None)).Refusal.ShouldBeOfType<Refusal.ClaimedByOther>();
        Clock.Advance(TimeSpan.FromHours(1));

        (await Inbox.Claims.ClaimAsync(id, bohdan, CancellationToken.None)).Value!.Claim!.Name.ShouldBe("Bohdan");
    }

    [Fact]
    public async Task Only_its_holder_or_an_admin_gives_a_conversation_away()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var anna = await Inbox.HireAsync("Anna");
        var bohdan = await Inbox.HireAsync("Bohdan");
        var admin = await Inbox.HireAsync("Chief", OperatorRole.Admin);
        await Inbox.Claims.ClaimAsync(id, anna, CancellationToken.None);

        (await Inbox.Claims.ReleaseAsync(id, bohdan, CancellationToken.None)).Refusal.ShouldBeOfType<Refusal.ClaimedByOther>();
        (await Inbox.Claims.TransferAsync(id, bohdan, bohdan.Id, null, CancellationToken.None))
            .Refusal.ShouldBeOfType<Refusal.ClaimedByOther>();
        (await Inbox.SayAsync(id, admin, "Let me")).Refusal.ShouldBeOfType<Refusal.ClaimedByOther>();

        var transferred = await Inbox.Claims.TransferAsync(id, admin, bohdan.Id, "Knows the supplier", CancellationToken.None);

        transferred.Value!.Claim!.Name.ShouldBe("Bohdan");
        transferred.Value.LastMessage!.Content.Text.ShouldBe("Knows the supplier");
        transferred.Value.LastMessage.Direction.ShouldBe(MessageDirection.Note);
        (await Inbox.Claims.ReleaseAsync(id, admin, CancellationToken.None)).Value!.Claim.ShouldBeNull();
    }

    [Fact]
    public async Task Releasing_what_nobody_holds_changes_nothing()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var anna = await Inbox.HireAsync("Anna");

        (await Inbox.Claims.ReleaseAsync(id, anna, CancellationToken.None)).Value!.Claim.ShouldBeNull();

        (await Inbox.HistoryAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_hands_a_conversation_to_one_who_may_not_answer()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var anna = await Inbox.HireAsync("Anna");
        var banned = await Inbox.HireAsync("Zed", OperatorRole.Banned);

        foreach (var target in new[] { banned.Id, new OperatorId(Guid.CreateVersion7(Clock.GetUtcNow())) })
        {
            var refusal = (await Inbox.Claims.TransferAsync(id, anna, target, null, CancellationToken.None)).Refusal;
            refusal.ShouldBeOfType<Refusal.Invalid>().Field.ShouldBe("operatorId");
        }
    }
}
