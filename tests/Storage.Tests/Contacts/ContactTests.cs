using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Storage.Contacts;
using Rozmova.Storage.Tests.Conversations;
using Rozmova.Workspace;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;

namespace Rozmova.Storage.Tests.Contacts;

public sealed class SqliteContactTests() : ContactTests(Engine.SqliteAsync);

public sealed class PostgresContactTests() : ContactTests(Engine.PostgresAsync);

public abstract class ContactTests(Func<Task<Engine>> open) : InboxTests(open)
{
    private ContactStore Contacts => new(Engine.Database);

    private ContactChanges Changes => new(
        Engine.Database, Contacts, new ContactFieldStore(Engine.Database), Inbox.Store, Inbox.Bodies, Inbox.Rules, Inbox.Relayed,
        new AuditStore(Engine.Database), Folder, new Scrubber(Engine.Database, Clock, NullLogger<Scrubber>.Instance), Clock);

    private static MediaFolder Folder => new(Options.Create(new RozmovaOptions()), Options.Create(new MediaOptions()));

    [Fact]
    public async Task Contacts_are_found_by_the_beginning_of_a_name_and_by_ids()
    {
        var oksana = (await Inbox.ReadAsync(await Inbox.MeetAsync("Оксана Петренко"))).ContactId;
        Clock.Advance(TimeSpan.FromSeconds(1));
        var taras = await Inbox.ReadAsync(await Inbox.MeetAsync("Тарас"));

        (await FindAsync(null)).ShouldBe([taras.ContactId, oksana]);
        (await FindAsync("петр")).ShouldBe([oksana]);
        (await FindAsync(taras.Chat)).ShouldBe([taras.ContactId]);
        (await FindAsync(oksana.ToString())).ShouldBe([oksana]);
        (await FindAsync("nobody")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_contact_knows_its_identities()
    {
        var conversation = await Inbox.ReadAsync(await Inbox.MeetAsync("Oksana"));

        var row = (await Contacts.FindAsync(conversation.ContactId, CancellationToken.None))!;

        row.Identities.ShouldHaveSingleItem()
            .ShouldBe(new Identity(Inbox.Channel, conversation.Chat, conversation.ContactId, "Oksana", null, false));
    }

    [Fact]
    public async Task A_new_name_is_shown_in_the_inbox_and_found_there()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var contact = (await Inbox.ReadAsync(id)).ContactId;

        var changes = JsonDocument.Parse("""{"name":"Oksana Petrenko","phone":"+380"}""").RootElement;
        (await Changes.UpdateAsync(contact, changes, CancellationToken.None)).Value!.Phone.ShouldBe("+380");

        (await Inbox.ReadAsync(id)).ContactName.ShouldBe("Oksana Petrenko");
        (await Inbox.SearchAsync("petren")).ShouldBe([id]);
    }

    [Fact]
    public async Task An_unknown_field_is_named()
    {
        var contact = (await Inbox.ReadAsync(await Inbox.MeetAsync("Oksana"))).ContactId;

        var changes = JsonDocument.Parse("""{"nickname":"Oks"}""").RootElement;

        (await Changes.UpdateAsync(contact, changes, CancellationToken.None))
            .Refusal.ShouldBeOfType<Refusal.Invalid>().Field.ShouldBe("nickname");
    }

    [Fact]
    public async Task Erasing_leaves_the_shape_of_a_conversation_and_none_of_its_words()
    {
        var anna = await Inbox.HireAsync("Anna");
        var id = await Inbox.MeetAsync("Oksana");
        var contact = (await Inbox.ReadAsync(id)).ContactId;
        await Inbox.HearAsync(id, "My address is Khreshchatyk 1");
        await Inbox.SayAsync(id, anna, "Noted, Oksana");
        var other = await Inbox.MeetAsync("Taras");
        await Inbox.HearAsync(other, "My address is elsewhere");

        (await Changes.EraseAsync(contact, anna, CancellationToken.None)).Value!.Name.ShouldBeNull();

        (await Inbox.SearchAsync("address")).ShouldBe([other]);
        (await Inbox.SearchAsync("Oksana")).ShouldBeEmpty();
        var history = await Inbox.HistoryAsync(id);
        history.Select(message => message.Direction)
            .ShouldBe([MessageDirection.Inbound, MessageDirection.Event, MessageDirection.Outbound], ignoreOrder: true);
        history.Where(message => message.Direction != MessageDirection.Event)
            .ShouldAllBe(message => message.DeletedAt != null && message.Content == new MessageContent.Text(""));
        history.Where(message => message.Author.Kind == AuthorKind.Contact).ShouldAllBe(message => message.Author.Name == null);
        (await Contacts.FindAsync(contact, CancellationToken.None))!.Identities.ShouldBeEmpty();
    }

    [Fact]
    public async Task Erasing_takes_the_files_too()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var file = new MediaId(Guid.CreateVersion7(Clock.GetUtcNow()));
        var message = await Inbox.HearAsync(id, "A photo");
        await Inbox.WriteAsync(async transaction =>
        {
            await transaction.ExecuteAsync("INSERT INTO media (id, state, created_at) VALUES (@file, 1, 0)", new { file });
            await Inbox.Store.UpdateMessageAsync(
                transaction, message with { Content = new MessageContent.Media(MediaKind.Image, new Attachment { Id = file }, "me") });
        });

        var erased = await Engine.Database.WriteAsync(
            async transaction => await Contacts.EraseAsync(transaction, (await Inbox.ReadAsync(id)).ContactId, Clock.GetUtcNow()),
            CancellationToken.None);

        erased.ShouldBe([file]);
        (await new MediaStore(Engine.Database).FindAsync(file, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task An_erased_conversation_can_still_be_edited_and_searched()
    {
        var id = await Inbox.MeetAsync("Oksana");
        var message = await Inbox.HearAsync(id, "Hello");
        await Changes.EraseAsync((await Inbox.ReadAsync(id)).ContactId, await Inbox.HireAsync("Anna"), CancellationToken.None);

        var erased = (await Inbox.Store.FindMessageAsync(message.Id, CancellationToken.None))!;
        await Inbox.WriteAsync(transaction => Inbox.Store.UpdateMessageAsync(
            transaction, erased with { Content = new MessageContent.Text("Hello again") }));

        (await Inbox.SearchAsync("again")).ShouldBe([id]);
    }

    private async Task<IReadOnlyList<ContactId>> FindAsync(string? query) =>
        [.. (await Contacts.ListAsync(new ContactFilter { Query = query }, null, 10, CancellationToken.None)).Select(row => row.Contact.Id)];
}
