using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Tests.Conversations;

public sealed class SqliteSentMessageTests() : SentMessageTests(Engine.SqliteAsync);

public sealed class PostgresSentMessageTests() : SentMessageTests(Engine.PostgresAsync);

public abstract class SentMessageTests(Func<Task<Engine>> open) : InboxTests(open)
{
    [Fact]
    public async Task A_message_that_waits_is_changed_where_it_stands()
    {
        var (anna, id, said) = await SayAsync("Good dya");

        (await EditAsync(id, said, anna, "Good day")).Value!.Content.Text.ShouldBe("Good day");

        (await NextAsync(id)).ShouldBe("Good day");
    }

    [Fact]
    public async Task A_message_that_waits_and_is_taken_back_never_leaves()
    {
        var (anna, id, said) = await SayAsync("Wrong window");

        var taken = (await Inbox.Sent.DeleteAsync(id, said, anna, CancellationToken.None)).Value!;

        taken.Status.ShouldBe(MessageStatus.Failed);
        taken.Error!.Code.ShouldBe("withdrawn");
        taken.DeletedAt.ShouldNotBeNull();
        (await NextAsync(id)).ShouldBeNull();
        (await Inbox.SearchAsync("window")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_on_its_way_cannot_be_taken_back()
    {
        var (anna, id, said) = await SayAsync("Too late");
        await Engine.Database.WriteAsync(
            transaction => Inbox.Outbox.MarkSendingAsync(transaction, [said], Guid.CreateVersion7(Clock.GetUtcNow()), Clock.GetUtcNow()),
            CancellationToken.None);

        (await Inbox.Sent.DeleteAsync(id, said, anna, CancellationToken.None)).Refusal.ShouldBeOfType<Refusal.WrongState>();
    }

    [Fact]
    public async Task A_sent_message_changes_only_if_the_platform_agrees()
    {
        var (anna, id, said) = await SayAsync("Good dya");
        await SentAsync(said);

        Inbox.Answer = new SendOutcome.Refused(new SendError("rejected", "message can't be edited"));
        (await EditAsync(id, said, anna, "Good day")).Refusal
            .ShouldBeOfType<Refusal.PlatformRefused>().Detail.ShouldBe("message can't be edited");
        (await Inbox.Store.FindMessageAsync(said, CancellationToken.None))!.Content.Words().ShouldBe("Good dya");

        Inbox.Answer = new SendOutcome.Sent(new PlatformMessageId("900"));
        var edited = (await EditAsync(id, said, anna, "Good day")).Value!;
        edited.Content.Text.ShouldBe("Good day");
        edited.EditedAt.ShouldNotBeNull();
        edited.Status.ShouldBe(MessageStatus.Sent);
    }

    [Fact]
    public async Task A_sent_message_taken_back_leaves_its_place_without_words()
    {
        var (anna, id, said) = await SayAsync("Not for you");
        await SentAsync(said);

        var deleted = (await Inbox.Sent.DeleteAsync(id, said, anna, CancellationToken.None)).Value!;

        deleted.DeletedAt.ShouldNotBeNull();
        deleted.Content.Text.ShouldBe("");
        deleted.Status.ShouldBe(MessageStatus.Sent);
    }

    [Fact]
    public async Task Only_what_failed_or_nobody_knows_is_sent_again()
    {
        var (anna, id, said) = await SayAsync("Hello");
        (await Inbox.Retries.RetryAsync(id, said, anna, CancellationToken.None)).Refusal.ShouldBeOfType<Refusal.WrongState>();
        await Inbox.SettleAsync(said, message => message with
        {
            Status = MessageStatus.Unknown,
            Error = new SendError(SendErrors.NoAnswer, "No answer came."),
        });

        var again = (await Inbox.Retries.RetryAsync(id, said, anna, CancellationToken.None)).Value!;

        again.Status.ShouldBe(MessageStatus.Queued);
        again.Error.ShouldBeNull();
        (await NextAsync(id)).ShouldBe("Hello");
        Inbox.Offered.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_changes_what_was_said_in_a_conversation_another_holds()
    {
        var (_, id, said) = await SayAsync("Hello");
        var bohdan = await Inbox.HireAsync("Bohdan");

        (await EditAsync(id, said, bohdan, "Bye")).Refusal.ShouldBeOfType<Refusal.ClaimedByOther>();
        (await Inbox.Sent.DeleteAsync(id, said, bohdan, CancellationToken.None)).Refusal.ShouldBeOfType<Refusal.ClaimedByOther>();
        (await Inbox.Retries.RetryAsync(id, said, bohdan, CancellationToken.None)).Refusal.ShouldBeOfType<Refusal.ClaimedByOther>();
    }

    private async Task<(CurrentOperator Me, ConversationId Id, MessageId Said)> SayAsync(string text)
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        return (anna, id, (await Inbox.SayAsync(id, anna, text)).Value!.Id);
    }

    private Task<Message> SentAsync(MessageId id) => Inbox.SettleAsync(id, message => message with
    {
        Status = MessageStatus.Sent,
        PlatformId = new PlatformMessageId("900"),
        SentAt = Clock.GetUtcNow(),
    });

    private ValueTask<CommandResult<MessageBody>> EditAsync(ConversationId id, MessageId message, CurrentOperator me, string text) =>
        Inbox.Sent.EditAsync(id, message, me, new ContentBody { Type = "text", Text = text }, CancellationToken.None);

    private async Task<string?> NextAsync(ConversationId id) =>
        (await Inbox.Outbox.LoadNextAsync([id], CancellationToken.None)).SingleOrDefault()?.Message.Content.Words();
}
