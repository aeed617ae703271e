using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Tests.Conversations;

public sealed class SqliteConversationStateTests() : ConversationStateTests(Engine.SqliteAsync);

public sealed class PostgresConversationStateTests() : ConversationStateTests(Engine.PostgresAsync);

public abstract class ConversationStateTests(Func<Task<Engine>> open) : InboxTests(open)
{
    [Fact]
    public async Task Each_change_of_state_is_told_in_the_thread_once()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.States.CloseAsync(id, anna, CancellationToken.None);
        await Inbox.States.CloseAsync(id, anna, CancellationToken.None);
        await Inbox.States.ReopenAsync(id, anna, CancellationToken.None);
        await Inbox.States.SnoozeAsync(id, anna, Clock.GetUtcNow().AddHours(2), CancellationToken.None);

        (await Inbox.HistoryAsync(id)).Select(message => message.ToBody().Content.Key).ShouldBe(["closed", "reopened", "snoozed"]);
    }

    [Fact]
    public async Task A_snoozed_conversation_opens_when_its_time_comes()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.States.SnoozeAsync(id, anna, Clock.GetUtcNow().AddHours(2), CancellationToken.None);

        (await Inbox.Store.ListDueSnoozesAsync(Clock.GetUtcNow(), CancellationToken.None)).ShouldBeEmpty();
        await Inbox.States.WakeAsync(id, CancellationToken.None);
        (await Inbox.ReadAsync(id)).Status.ShouldBe(ConversationStatus.Snoozed);

        Clock.Advance(TimeSpan.FromHours(2));
        (await Inbox.Store.ListDueSnoozesAsync(Clock.GetUtcNow(), CancellationToken.None)).ShouldBe([id]);
        await Inbox.States.WakeAsync(id, CancellationToken.None);

        var awake = await Inbox.ReadAsync(id);
        awake.Status.ShouldBe(ConversationStatus.Open);
        awake.SnoozedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Reading_clears_the_count_and_leaves_the_place_in_the_inbox()
    {
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.HearAsync(id, "Hello");
        var before = await Inbox.ReadAsync(id);
        Clock.Advance(TimeSpan.FromMinutes(1));

        (await Inbox.States.ReadAsync(id, CancellationToken.None)).Value!.Unread.ShouldBe(0);

        var after = await Inbox.ReadAsync(id);
        after.UpdatedAt.ShouldBe(before.UpdatedAt);
        after.Unread.ShouldBe(0);
    }

    [Fact]
    public async Task Snoozing_into_the_past_is_refused()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");

        (await Inbox.States.SnoozeAsync(id, anna, Clock.GetUtcNow(), CancellationToken.None))
            .Refusal.ShouldBeOfType<Refusal.Invalid>().Field.ShouldBe("until");
    }
}
