using Microsoft.Extensions.Logging.Abstractions;
using Rozmova.Testing;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Tests.Conversations;

public sealed class SnoozeWakerTests() : InboxTests(Engine.SqliteAsync)
{
    [Fact]
    public async Task A_snoozed_conversation_opens_by_itself_at_its_time_and_not_before()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        await Inbox.States.SnoozeAsync(id, anna, Clock.GetUtcNow().AddMinutes(10), CancellationToken.None);
        using var waker = new SnoozeWaker(Inbox.Store, Inbox.States, Clock, NullLogger<SnoozeWaker>.Instance);
        await waker.StartAsync(CancellationToken.None);
        await Eventually.Is("the waker waits", () => Clock.ArmedTimers > 0, CancellationToken.None);

        Clock.Advance(TimeSpan.FromMinutes(9));
        (await Inbox.ReadAsync(id)).Status.ShouldBe(ConversationStatus.Snoozed);

        Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.Is(
            "the conversation is open", async () => (await Inbox.ReadAsync(id)).Status == ConversationStatus.Open, CancellationToken.None);
        await waker.StopAsync(CancellationToken.None);
    }
}
