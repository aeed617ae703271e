using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Tests.Conversations;

public sealed class SqliteHistoryTests() : HistoryTests(Engine.SqliteAsync);

public sealed class PostgresHistoryTests() : HistoryTests(Engine.PostgresAsync);

public abstract class HistoryTests(Func<Task<Engine>> open) : InboxTests(open)
{
    [Fact]
    public async Task A_late_message_reads_before_the_reply_that_did_not_know_it()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        var start = Clock.GetUtcNow();
        await Inbox.HearAsync(id, "second", start.AddSeconds(10));
        await Inbox.SayAsync(id, anna, "answer", note: true);

        await Inbox.HearAsync(id, "first", start.AddSeconds(5));
        await Inbox.HearAsync(id, "third", start.AddSeconds(20));

        Words(await Inbox.HistoryAsync(id)).ShouldBe(["first", "second", "answer", "third"]);
    }

    [Fact]
    public async Task Pages_go_back_in_time_and_each_reads_forward()
    {
        var id = await Inbox.MeetAsync("Oksana");
        for (var i = 1; i <= 7; i++)
        {
            await Inbox.HearAsync(id, $"{i}", Clock.GetUtcNow().AddSeconds(i / 2));
        }

        var newest = await Inbox.Store.ListMessagesAsync(id, null, 3, CancellationToken.None);
        var older = await Inbox.Store.ListMessagesAsync(id, PlaceOf(newest[0]), 3, CancellationToken.None);
        var oldest = await Inbox.Store.ListMessagesAsync(id, PlaceOf(older[0]), 3, CancellationToken.None);

        Words([.. oldest, .. older, .. newest]).ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
        Words(newest).ShouldBe(["5", "6", "7"]);
    }

    [Fact]
    public async Task Read_forward_it_is_the_same()
    {
        var id = await Inbox.MeetAsync("Oksana");
        for (var i = 1; i <= 5; i++)
        {
            await Inbox.HearAsync(id, $"{i}", Clock.GetUtcNow().AddSeconds(i / 2));
        }

        var first = await Inbox.Store.ListMessagesAfterAsync(id, null, 3, CancellationToken.None);
        var rest = await Inbox.Store.ListMessagesAfterAsync(id, PlaceOf(first[^1]), 3, CancellationToken.None);

        Words([.. first, .. rest]).ShouldBe(["1", "2", "3", "4", "5"]);
    }

    [Fact]
    public async Task A_message_the_channel_has_already_is_not_added_again()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var message = await Inbox.HearAsync(id, "Hello", platformId: "7");

        var added = await Engine.Database.WriteAsync(
            transaction => Inbox.Store.AddMessageAsync(
                transaction, message with { Id = new MessageId(Guid.CreateVersion7(Clock.GetUtcNow())), Seq = 2 }),
            CancellationToken.None);

        added.ShouldBeFalse();
        (await Inbox.HistoryAsync(id)).Count.ShouldBe(1);
    }

    public static TheoryData<MessageContent> Contents => new(
        new MessageContent.Text("Привіт"),
        new MessageContent.Media(
            MediaKind.Voice, new Attachment { RemoteKey = "file-1", MimeType = "audio/ogg", Size = 12, FileName = "голос.ogg" }, "caption"),
        new MessageContent.Location(50.45, 30.52, "Київ"),
        new MessageContent.ContactCard("Taras", "+380"),
        new MessageContent.Template("order_shipped", "uk", ["77"]),
        new MessageContent.Unsupported("poll"),
        new MessageContent.Event("blocked", "Oksana blocked us."));

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Content_comes_back_as_it_was(MessageContent content)
    {
        var id = await Inbox.MeetAsync("Oksana");
        var message = await Inbox.HearAsync(id, "Hello");

        await Inbox.WriteAsync(transaction => Inbox.Store.UpdateMessageAsync(transaction, message with { Content = content }));

        var read = (await Inbox.Store.FindMessageAsync(message.Id, CancellationToken.None))!.Content;
        if (content is MessageContent.Template template)
        {
            read.ShouldBeOfType<MessageContent.Template>().Parameters.ShouldBe(template.Parameters);
            return;
        }

        read.ShouldBe(content);
    }

    [Fact]
    public async Task Everything_else_of_a_message_comes_back_too()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var message = await Inbox.HearAsync(id, "Hello", platformId: "7");
        var changed = message with
        {
            Status = MessageStatus.Failed,
            Error = new SendError("blocked", "Oksana blocked us."),
            EditedAt = Clock.GetUtcNow(),
            DeletedAt = Clock.GetUtcNow(),
            Reactions = [new Reaction("👍", "contact")],
            ReactedAt = Clock.GetUtcNow(),
        };

        await Inbox.WriteAsync(transaction => Inbox.Store.UpdateMessageAsync(transaction, changed));

        var read = (await Inbox.Store.FindMessageAsync(message.Id, CancellationToken.None))!;
        read.Reactions.ShouldBe(changed.Reactions);
        (read with { Reactions = changed.Reactions }).ShouldBe(changed);
    }

    private static MessageCursor PlaceOf(Message message) => new(message.Order, message.Seq);

    private static IEnumerable<string?> Words(IEnumerable<Message> messages) =>
        messages.Where(message => message.Direction != MessageDirection.Event).Select(message => message.Content.Words());
}
