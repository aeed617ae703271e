using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Intake;

/// <summary>Requests that say themselves which channels they are for.</summary>
public sealed class SharedAddressTests : IAsyncLifetime
{
    private static readonly JsonObject Greeting = PageEvents.Text("olena", "m1", "Good day");

    private PageHouse _house = null!;

    public async Task InitializeAsync() => _house = await PageHouse.StartAsync();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Theory]
    [InlineData("/api/v1/communications/webhooks/pages")]
    [InlineData("/api/v1/communications/webhooks/leaflets")]
    public async Task A_request_without_a_channel_goes_to_the_channel_of_its_account(string path)
    {
        await _house.ConnectAsync();
        var page = await _house.ConnectAsync();

        var answer = await _house.PushAsync(path, page.Secret, Page.Request(page.Tells(Copy(Greeting))));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ChannelsThatGotItAsync(1)).ShouldBe([page.Id]);
    }

    [Fact]
    public async Task A_channels_address_is_the_same_by_the_platforms_other_name()
    {
        var page = await _house.ConnectAsync();
        var path = page.Path.Replace("/pages/", "/leaflets/", StringComparison.Ordinal);

        var answer = await _house.PushAsync(path, page.Secret, Page.Request(page.Tells(Copy(Greeting))));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ChannelsThatGotItAsync(1)).ShouldBe([page.Id]);
    }

    [Fact]
    public async Task Each_of_several_channels_reads_its_own_part()
    {
        var (one, other) = (await _house.ConnectAsync(), await _house.ConnectAsync());
        await ShareSecretAsync(one, other);

        var request = Page.Request(one.Tells(PageEvents.Text("a", "m1", "for one")), other.Tells(PageEvents.Text("b", "m2", "for the other")));
        var answer = await _house.PushAsync(Page.ForAll, one.Secret, request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ChannelsThatGotItAsync(2)).ShouldBe([one.Id, other.Id], ignoreOrder: true);
        (await QuarantineAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_whose_secret_does_not_match_takes_nothing_from_a_shared_request()
    {
        var (one, other) = (await _house.ConnectAsync(), await _house.ConnectAsync());

        var request = Page.Request(one.Tells(Copy(Greeting)), other.Tells(PageEvents.Text("b", "m2", "forged")));
        var shared = await _house.PushAsync(Page.ForAll, one.Secret, request);
        var alone = await _house.PushAsync(Page.ForAll, one.Secret, Page.Request(other.Tells(PageEvents.Text("b", "m2", "forged"))));

        shared.StatusCode.ShouldBe(HttpStatusCode.OK);
        alone.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ChannelsThatGotItAsync(1)).ShouldBe([one.Id]);
    }

    [Fact]
    public async Task What_is_for_an_account_of_nobody_is_kept_when_a_secret_matches_and_refused_when_none_does()
    {
        var page = await _house.ConnectAsync();
        var request = Page.Request(new JsonObject { ["page"] = "stranger", ["events"] = new JsonArray(Copy(Greeting)) });

        (await _house.PushAsync(Page.ForAll, "no secret of ours", request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await QuarantineAsync()).ShouldBeEmpty();
        (await _house.PushAsync(Page.ForAll, page.Secret, request)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _house.PushAsync(page.Path, page.Secret, request)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var kept = await QuarantineAsync();
        kept.Count.ShouldBe(2);
        kept.ShouldAllBe(item => item.Text("platform") == "pages" && item["channelId"] == null);
    }

    [Fact]
    public async Task What_was_kept_for_nobody_is_replayed_to_the_channel_that_came_later()
    {
        var page = await _house.ConnectAsync();
        var request = Page.Request(new JsonObject { ["page"] = "page-2", ["events"] = new JsonArray(Copy(Greeting)) });
        await _house.PushAsync(Page.ForAll, page.Secret, request);
        var id = (await QuarantineAsync()).ShouldHaveSingleItem().Text("id");

        var early = await _house.Server.Client.PostAsync($"/api/v1/quarantine/{id}/replay", null);
        var connected = await _house.ConnectAsync();
        var replayed = await _house.Server.Client.PostAsync($"/api/v1/quarantine/{id}/replay", null);

        await early.ShouldBeProblemAsync(HttpStatusCode.Conflict, "channel-gone");
        replayed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ChannelsThatGotItAsync(1)).ShouldBe([connected.Id]);
    }

    [Fact]
    public async Task What_came_to_the_address_of_another_channel_goes_to_its_own()
    {
        var (one, other) = (await _house.ConnectAsync(), await _house.ConnectAsync());
        await ShareSecretAsync(one, other);

        var answer = await _house.PushAsync(one.Path, one.Secret, Page.Request(other.Tells(Copy(Greeting))));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ChannelsThatGotItAsync(1)).ShouldBe([other.Id]);
    }

    [Fact]
    public async Task A_platform_without_accounts_has_no_address_for_all() =>
        (await _house.PushAsync("/api/v1/communications/webhooks/custom", "x", Page.Request())).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task The_platforms_question_is_answered_with_the_bare_challenge()
    {
        var page = await _house.ConnectAsync(path: "/page-webhook");
        var question = $"?token={Uri.EscapeDataString(page.VerifyToken)}&challenge=4711";

        foreach (var path in new[] { page.Path, "/page-webhook", Page.ForAll, "/api/v1/communications/webhooks/leaflets" })
        {
            var answer = await _house.Server.Anonymous.GetAsync(path + question);
            var wrong = await _house.Server.Anonymous.GetAsync($"{path}?token=wrong&challenge=4711");

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
            (await answer.Content.ReadAsStringAsync()).ShouldBe("4711");
            wrong.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task What_the_platform_wants_to_hear_is_the_body_of_the_200_and_a_failure_leaves_it_empty()
    {
        var page = await _house.ConnectAsync();
        var answered = Page.Request(page.Tells(Copy(Greeting)));
        answered["answer"] = "ok!";
        var failing = Page.Request(page.Tells(PageEvents.Text("olena", "m2", "again")));
        failing["answer"] = "fail";

        var answer = await _house.PushAsync(page.Path, page.Secret, answered);
        var failure = await _house.PushAsync(page.Path, page.Secret, failing);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/x-page");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("ok!");
        failure.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await failure.Content.ReadAsStringAsync()).ShouldBeEmpty();
        await _house.Inbox.EntriesAsync(await _house.ConversationAsync(), 2);
    }

    private static JsonObject Copy(JsonObject item) => item.DeepClone().AsObject();

    private async Task<List<string>> ChannelsThatGotItAsync(int count)
    {
        List<JsonNode> conversations = [];
        await Testing.Eventually.Is($"{count} conversations", async () =>
            (conversations = await _house.Inbox.ConversationsAsync()).Count >= count, CancellationToken.None);
        return [.. conversations.Select(conversation => conversation["channel"]!.Text("name"))];
    }

    private async Task<List<JsonNode>> QuarantineAsync() =>
        [.. (await _house.Inbox.GetAsync("/api/v1/quarantine?state=waiting"))["items"]!.AsArray().Select(item => item!)];

    private async Task ShareSecretAsync(Page one, Page other)
    {
        using var change = new StringContent(
            new JsonObject { ["settings"] = new JsonObject { ["secret"] = one.Secret } }.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        (await _house.Server.Client.PatchAsync($"/api/v1/channels/{other.Channel.Text("id")}", change)).EnsureSuccessStatusCode();
    }
}
