using System.Text.Json.Nodes;
using Rozmova.Tests.Live;

namespace Rozmova.Tests.Contacts;

/// <summary>Two contacts that are one person, and two again.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Who_joins_brings_conversations_and_what_the_other_lacked(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        var olena = await people.HearAsync(people.First, "Olena", "From the first");
        var helen = await people.HearAsync(people.Second, "Helen", "From the second");
        await people.ChangeAsync(olena, new { email = "olena@example.com" });
        await people.ChangeAsync(helen, new { email = "helen@example.com", phone = "+380 50 111 22 33" });
        await people.PostAsync(helen, "labels", new { add = new[] { "wholesale" } });

        var preview = await people.Inbox.GetAsync($"/api/v1/contacts/{olena}/merge?contactId={helen}");
        var merged = await people.MergeAsync(olena, helen);

        merged.Text("name").ShouldBe("Olena");
        merged.Text("email").ShouldBe("olena@example.com");
        merged.Text("phone").ShouldBe("+380 50 111 22 33");
        merged["labels"]!.AsArray().Select(label => (string?)label).ShouldBe(["wholesale"]);
        merged["identities"]!.AsArray().Count.ShouldBe(2);
        merged["merged"]!.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe(helen);
        preview["result"]!.Text("phone").ShouldBe("+380 50 111 22 33");
        preview["otherConversations"]!.GetValue<int>().ShouldBe(1);
        (await people.Inbox.ConversationsAsync()).ShouldAllBe(conversation => conversation["contact"]!.Text("name") == "Olena");
        (await people.Inbox.GetAsync("/api/v1/contacts"))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe(olena);
        (await people.ContactAsync(helen)).Text("mergedInto").ShouldBe(olena);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Every_order_of_merges_comes_apart_into_exactly_what_was_there(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        string[] everybody =
        [
            await people.HearAsync(people.First, "Ada", "1"), await people.HearAsync(people.Second, "Bohdan", "2"),
            await people.HearAsync(people.First, "Vira", "3"), await people.HearAsync(people.Second, "Hlib", "4"),
        ];
        await people.ChangeAsync(everybody[0], new { phone = "+380501112233" });
        await people.ChangeAsync(everybody[1], new { phone = "+380502223344", email = "b@example.com" });
        await people.ChangeAsync(everybody[2], new { email = "v@example.com", language = "uk" });
        await people.PostAsync(everybody[1], "labels", new { add = new[] { "vip", "late" } });
        await people.PostAsync(everybody[3], "labels", new { add = new[] { "vip" } });
        await people.PostAsync(everybody[3], "notes", new { text = "Likes tea" });
        var before = await PictureAsync(people, everybody);
        var chance = new Random(4);

        for (var round = 0; round < 8; round++)
        {
            var joined = new Stack<(string Into, string Other)>();
            var roots = everybody.ToList();
            while (roots.Count > 1)
            {
                var other = roots[chance.Next(roots.Count)];
                roots.Remove(other);
                var into = roots[chance.Next(roots.Count)];
                await people.MergeAsync(into, other);
                joined.Push((into, other));
            }

            (await people.ContactAsync(roots[0]))["identities"]!.AsArray().Count.ShouldBe(everybody.Length);
            (await people.OwnersAsync()).Values.Distinct().Count().ShouldBe(1);
            foreach (var (into, other) in joined)
            {
                await people.UnmergeAsync(into, other);
            }

            (await PictureAsync(people, everybody)).ShouldBe(before);
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_was_changed_after_the_merge_stays_changed(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        var olena = await people.HearAsync(people.First, "Olena", "1");
        var helen = await people.HearAsync(people.Second, "Helen", "2");
        await people.ChangeAsync(helen, new { phone = "+1", email = "h@example.com" });
        await people.MergeAsync(olena, helen);
        await people.ChangeAsync(olena, new { phone = "+2" });

        var apart = await people.UnmergeAsync(olena, helen);

        apart.Text("phone").ShouldBe("+2");
        apart["email"].ShouldBeNull();
        (await people.ContactAsync(helen)).Text("phone").ShouldBe("+1");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_cannot_be_merged_says_why(Engine engine)
    {
        await using var people = await People.MeetAsync(engine);
        var olena = await people.HearAsync(people.First, "Olena", "1");
        var helen = await people.HearAsync(people.Second, "Helen", "2");
        var taras = await people.HearAsync(people.First, "Taras", "3");
        var gone = await people.HearAsync(people.Second, "Gone", "4");
        await people.MergeAsync(olena, helen);
        (await people.Server.Client.DeleteAsync($"/api/v1/contacts/{gone}")).EnsureSuccessStatusCode();

        (await people.RefusalOfAsync(olena, "merge", olena)).ShouldBe("same-contact");
        (await people.RefusalOfAsync(olena, "merge", helen)).ShouldBe("merged");
        (await people.RefusalOfAsync(helen, "merge", taras)).ShouldBe("merged");
        (await people.RefusalOfAsync(olena, "merge", gone)).ShouldBe("erased");
        (await people.RefusalOfAsync(olena, "unmerge", taras)).ShouldBe("not-merged");
        (await people.RefusalOfAsync(olena, "merge", Guid.CreateVersion7(People.Noon).ToString())).ShouldBe("not-found");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Nothing_is_lost_that_comes_in_while_contacts_are_merged_and_split(Engine engine)
    {
        const int Messages = 60;
        await using var people = await People.MeetAsync(engine);
        var olena = await people.HearAsync(people.First, "Olena", "0");
        var helen = await people.HearAsync(people.Second, "Helen", "0");
        string[] conversations = [await people.Inbox.ConversationOfAsync("Olena"), await people.Inbox.ConversationOfAsync("Helen")];

        var writing = Task.WhenAll(Enumerable.Range(1, Messages).SelectMany(number => new[]
        {
            people.First.TellAsync($"o{number}", "Olena", $"{number}", People.Noon.AddSeconds(number)),
            people.Second.TellAsync($"h{number}", "Helen", $"{number}", People.Noon.AddSeconds(number)),
        }));
        for (var round = 0; round < 10; round++)
        {
            await people.MergeAsync(olena, helen);
            await people.UnmergeAsync(olena, helen);
        }

        await people.MergeAsync(olena, helen);
        await writing;

        foreach (var conversation in conversations)
        {
            var entries = await people.Inbox.EntriesAsync(conversation, Messages + 1);
            entries.Select(entry => int.Parse(entry["content"]!.Text("text"), System.Globalization.CultureInfo.InvariantCulture))
                .ShouldBe(Enumerable.Range(0, Messages + 1));
        }

        (await people.Inbox.ConversationsAsync()).Count.ShouldBe(2);
        (await people.ContactAsync(olena))["identities"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Everybody_who_looks_on_hears_of_a_merge()
    {
        await using var people = await People.MeetAsync(Engine.Sqlite);
        var olena = await people.HearAsync(people.First, "Olena", "1");
        var helen = await people.HearAsync(people.Second, "Helen", "2");
        await using var live = await LiveListener.ConnectAsync(people.Server.Address);

        await people.MergeAsync(olena, helen);

        (await live.NextAsync("contact.updated"))["data"]!.Text("id").ShouldBe(olena);
        var renamed = await live.NextAsync(
            "conversation.updated", conversation => conversation["channel"]!.Text("id") == people.Second.Channel.Text("id"));
        renamed["data"]!["contact"]!.Text("name").ShouldBe("Olena");
    }

    /// <summary>All there is to see of them but when they last changed.</summary>
    private static async Task<string> PictureAsync(People people, IEnumerable<string> ids)
    {
        var picture = new JsonArray();
        foreach (var id in ids)
        {
            var contact = await people.ContactAsync(id);
            contact.AsObject().Remove("updatedAt");
            picture.Add(contact);
            picture.Add((await people.Inbox.GetAsync($"/api/v1/contacts/{id}/notes"))["items"]!.DeepClone());
            picture.Add(new JsonArray([.. (await people.Inbox.GetAsync($"/api/v1/contacts/{id}/conversations"))["items"]!.AsArray()
                .Select(conversation => (JsonNode)conversation!.Text("id"))]));
        }

        return picture.ToJsonString();
    }
}
