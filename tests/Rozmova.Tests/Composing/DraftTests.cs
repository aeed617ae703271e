using System.Net;
using System.Net.Http.Json;

namespace Rozmova.Tests.Composing;

/// <summary>What somebody has begun to write is theirs, and stays.</summary>
public sealed class DraftTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_draft_is_kept_for_its_writer_alone_and_over_a_restart(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        var (_, conversation) = await house.GreetedAsync();
        var colleague = (await house.Server.HireAsync(1))[0];

        (await PutAsync(house.Server.Client, conversation, new { text = "Half a thought", mode = "reply" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PutAsync(colleague.Client, conversation, new { text = "Somebody else's", mode = "note" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await house.RestartAsync(after: TimeSpan.FromDays(1));

        var mine = await house.Inbox.GetAsync(PathOf(conversation));
        mine.Text("text").ShouldBe("Half a thought");
        mine.Text("mode").ShouldBe("reply");
        var theirs = await new Inbox(house.Server.CreateClient(colleague.Key)).GetAsync(PathOf(conversation));
        theirs.Text("text").ShouldBe("Somebody else's");
        theirs.Text("mode").ShouldBe("note");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_draft_keeps_its_files_and_what_it_answers(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        var (_, conversation) = await house.GreetedAsync();
        var answered = (await house.Inbox.EntriesAsync(conversation, 1))[0].Text("id");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "order.pdf" } };
        var file = await (await house.Server.Client.PostAsync("/api/v1/media", form)).JsonAsync();

        await PutAsync(house.Server.Client, conversation, new { text = "", replyTo = answered, mediaIds = new[] { file.Text("id") } });

        var draft = await house.Inbox.GetAsync(PathOf(conversation));
        draft.Text("replyTo").ShouldBe(answered);
        draft["files"]!.AsArray().Single()!.Text("fileName").ShouldBe("order.pdf");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_empty_draft_is_none(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        var (_, conversation) = await house.GreetedAsync();
        await PutAsync(house.Server.Client, conversation, new { text = "Half a thought" });

        await PutAsync(house.Server.Client, conversation, new { text = "" });

        var draft = await house.Inbox.GetAsync(PathOf(conversation));
        draft.Text("text").ShouldBe("");
        draft["updatedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_that_makes_no_sense_is_refused()
    {
        await using var house = await ComposerHouse.StartAsync(Engine.Sqlite);
        var (_, conversation) = await house.GreetedAsync();

        var missing = await PutAsync(house.Server.Client, conversation, new { mediaIds = new[] { Guid.CreateVersion7(DateTimeOffset.UnixEpoch) } });
        var nowhere = await PutAsync(house.Server.Client, Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString(), new { text = "Hello" });

        (await missing.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request")).Text("field").ShouldBe("mediaIds");
        await nowhere.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private static string PathOf(string conversation) => $"/api/v1/conversations/{conversation}/draft";

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string conversation, object draft) =>
        client.PutAsJsonAsync(PathOf(conversation), draft);
}
