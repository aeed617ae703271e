using System.Net;
using System.Net.Http.Json;
using System.Text;
using Rozmova.Testing;

namespace Rozmova.Tests.Contacts;

/// <summary>Who is erased is gone, also from the files.</summary>
public sealed class EraseTests
{
    private const string Name = "Kvitoslava";
    private const string Words = "zhuravlyk-said-something";
    private const string Answer = "lelechenka-answered";
    private const string Note = "dzvinochok-was-noted";
    private const string Phone = "+380509876543";

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_erased_person_leaves_counts_and_no_word(Engine engine)
    {
        using var folder = new TemporaryFolder();
        await using var people = await People.MeetAsync(engine, folder.Path);
        var stays = await people.HearAsync(people.First, "Stays", "Stays said something else");
        var id = await people.HearAsync(people.First, Name, Words);
        var alias = await people.HearAsync(people.Second, $"{Name}-2", Words);
        await people.MergeAsync(id, alias);
        var conversation = (await people.Inbox.GetAsync($"/api/v1/contacts/{id}/conversations"))["items"]![0]!.Text("id");
        (await people.Inbox.PostAsync(conversation, Answer, key: "only-once-please")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await people.PostAsync(id, "notes", new { text = Note })).EnsureSuccessStatusCode();
        await people.ChangeAsync(id, new { phone = Phone });
        await people.First.SendAsync(Encoding.UTF8.GetBytes($$$"""{"id":"{{{Name}}}","from":7}"""));
        var entries = (await people.Inbox.EntriesAsync(conversation)).Count;

        (await people.Server.Client.DeleteAsync($"/api/v1/contacts/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var erased = await people.ContactAsync(id);
        erased["name"].ShouldBeNull();
        erased["erasedAt"].ShouldNotBeNull();
        erased["identities"]!.AsArray().ShouldBeEmpty();
        (await people.Inbox.EntriesAsync(conversation)).Count.ShouldBe(entries);
        (await people.Inbox.PostAsync(conversation, "Anybody there?")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await people.Inbox.GetAsync($"/api/v1/contacts/{id}/export")).ToJsonString().ShouldNotContain(Words);
        (await people.Inbox.GetAsync($"/api/v1/conversations?q={Words}"))["items"]!.AsArray().ShouldBeEmpty();
        (await people.Inbox.GetAsync("/api/v1/audit"))["items"]!.AsArray()
            .ShouldContain(entry => entry!.Text("action") == "contact.erased" && (string?)entry!["subject"] == id);
        (await people.Inbox.GetAsync("/api/v1/contacts"))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe(stays);
        await Eventually.Is("no file holds it", () => Task.FromResult(
            new[] { Name, Words, Answer, Note, Phone }.All(hidden => !FilesHold(folder.Path, hidden))), CancellationToken.None);
        (engine == Engine.Postgres || FilesHold(folder.Path, "Stays said something else")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Who_writes_after_they_were_erased_is_somebody_new(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        var id = await people.HearAsync(people.First, Name, Words);
        (await people.Server.Client.DeleteAsync($"/api/v1/contacts/{id}")).EnsureSuccessStatusCode();

        await people.First.TellAsync("later", Name, "Hello again", People.Noon.AddDays(1));

        var again = (await people.Inbox.ConversationAsync(await people.Inbox.ConversationOfAsync(Name)))["contact"]!.Text("id");
        again.ShouldNotBe(id);
        (await people.ContactAsync(id))["name"].ShouldBeNull();
        (await people.Server.Client.PatchAsJsonAsync($"/api/v1/contacts/{id}", new { name = "No" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private static bool FilesHold(string folder, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)) // nobody but its holder may open it
            .Any(path =>
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var all = new MemoryStream();
                file.CopyTo(all);
                return all.ToArray().AsSpan().IndexOf(bytes) >= 0;
            });
    }
}
