using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Contacts;

/// <summary>What is known of people.</summary>
public sealed class ContactApiTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task One_timeline_reads_over_all_of_a_persons_platforms(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        var olena = await people.HearAsync(people.First, "Olena", "1", People.Noon);
        var helen = await people.HearAsync(people.Second, "Helen", "2", People.Noon.AddMinutes(1));
        await people.First.TellAsync("3", "Olena", "3", People.Noon.AddMinutes(2));
        await people.Second.TellAsync("4", "Helen", "4", People.Noon.AddMinutes(3));
        await people.Inbox.EntriesAsync(await people.Inbox.ConversationOfAsync("Olena"), 2);
        await people.Inbox.EntriesAsync(await people.Inbox.ConversationOfAsync("Helen"), 2);
        await people.MergeAsync(olena, helen);

        var newest = await people.Inbox.GetAsync($"/api/v1/contacts/{olena}/messages?limit=3");
        var oldest = await people.Inbox.GetAsync($"/api/v1/contacts/{olena}/messages?limit=3&cursor={newest.Text("next")}");

        Texts(newest).ShouldBe(["2", "3", "4"]);
        Texts(oldest).ShouldBe(["1"]);
        oldest["next"].ShouldBeNull();
        newest["items"]!.AsArray().Select(message => message!.Text("conversationId")).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Custom_fields_take_what_their_kind_allows(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        var id = await people.HearAsync(people.First, "Olena", "1");
        var size = await CreateFieldAsync(people, new { name = "Size", kind = "choice", choices = new[] { "S", "M" } });
        var debt = await CreateFieldAsync(people, new { name = "Debt", kind = "number" });
        var since = await CreateFieldAsync(people, new { name = "Customer since", kind = "date" });

        var changed = await people.ChangeAsync(
            id, new { fields = new Dictionary<string, object?> { [size] = "M", [debt] = 12.50, [since] = "2026-11-30" } });

        changed["fields"]!.AsObject().ToDictionary(field => field.Key, field => (string?)field.Value)
            .ShouldBe(new Dictionary<string, string?> { [size] = "M", [debt] = "12.5", [since] = "2026-11-30" }, ignoreOrder: true);
        foreach (var (field, wrong) in new (string, object)[] { (size, "XL"), (debt, "much"), (since, "30.11.2026"), (Guid.CreateVersion7(People.Noon).ToString(), "x") })
        {
            var answer = await people.Server.Client.PatchAsJsonAsync(
                $"/api/v1/contacts/{id}", new { fields = new Dictionary<string, object> { [field] = wrong } });
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.JsonAsync()).Text("field").ShouldBe($"fields.{field}");
        }

        (await people.Server.Client.DeleteAsync($"/api/v1/contact-fields/{size}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await people.ContactAsync(id))["fields"]!.AsObject().ContainsKey(size).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_fields_cannot_have_one_name()
    {
        await using var people = await People.MeetAsync(Engine.Sqlite);
        await CreateFieldAsync(people, new { name = "Size", kind = "text" });

        var again = await people.Server.Client.PostAsJsonAsync("/api/v1/contact-fields", new { name = "size", kind = "text" });

        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Notes_are_kept_with_their_author_and_time(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        var id = await people.HearAsync(people.First, "Olena", "1");
        var note = await (await people.PostAsync(id, "notes", new { text = "Likes tea" })).JsonAsync();
        await people.PostAsync(id, "notes", new { text = "Calls in the morning" });

        (await people.Server.Client.PatchAsJsonAsync(
            $"/api/v1/contacts/{id}/notes/{note.Text("id")}", new { text = "Likes coffee" })).EnsureSuccessStatusCode();

        var notes = (await people.Inbox.GetAsync($"/api/v1/contacts/{id}/notes"))["items"]!.AsArray();
        notes.Select(item => item!.Text("text")).ShouldBe(["Calls in the morning", "Likes coffee"]);
        notes[1]!.Text("authorName").ShouldNotBeEmpty();
        notes[1]!["editedAt"].ShouldNotBeNull();
        (await people.Server.Client.DeleteAsync($"/api/v1/contacts/{id}/notes/{note.Text("id")}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await people.Inbox.GetAsync($"/api/v1/contacts/{id}/notes"))["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task The_same_phone_number_suggests_the_same_person_and_contacts_are_found_by_what_is_known(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        var olena = await people.HearAsync(people.First, "Olena", "1");
        var helen = await people.HearAsync(people.Second, "Helen", "2");
        await people.HearAsync(people.Second, "Taras", "3");
        await people.ChangeAsync(olena, new { phone = "+380 (50) 111-22-33" });
        await people.ChangeAsync(helen, new { phone = "380501112233" });
        await people.PostAsync(helen, "labels", new { add = new[] { "vip" } });

        (await IdsAsync(people, $"/{olena}/alike")).ShouldBe([helen]);
        (await IdsAsync(people, "?label=vip")).ShouldBe([helen]);
        (await IdsAsync(people, "?q=50111")).ShouldBe([olena, helen], ignoreOrder: true);
        (await IdsAsync(people, "?platform=custom")).Count.ShouldBe(3);
        (await IdsAsync(people, "?platform=telegram")).ShouldBeEmpty();
        (await people.Inbox.GetAsync("/api/v1/contacts/labels"))["items"]!.AsArray().Select(label => (string?)label).ShouldBe(["vip"]);
    }

    private static async Task<List<string>> IdsAsync(People people, string rest) =>
        [.. (await people.Inbox.GetAsync($"/api/v1/contacts{rest}"))["items"]!.AsArray().Select(contact => contact!.Text("id"))];

    private static IEnumerable<string> Texts(JsonNode page) => page["items"]!.AsArray().Select(message => message!["content"]!.Text("text"));

    private static async Task<string> CreateFieldAsync(People people, object field)
    {
        var answer = await people.Server.Client.PostAsJsonAsync("/api/v1/contact-fields", field);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).Text("id");
    }
}
