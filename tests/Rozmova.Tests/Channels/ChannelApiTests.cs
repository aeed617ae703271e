using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Testing;

namespace Rozmova.Tests.Channels;

public sealed class ChannelApiTests : IAsyncLifetime
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await RozmovaServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_new_channel_says_where_it_is_called_and_hides_its_secret()
    {
        var answer = await CreateAsync(NewCustom("Shop"));
        var channel = await answer.JsonAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.Location?.ToString().ShouldBe($"/api/v1/channels/{channel["id"]}");
        channel["webhookPath"]!.GetValue<string>().ShouldBe($"/api/v1/communications/webhooks/custom/{channel["id"]}");
        channel["state"]!.GetValue<string>().ShouldBe("connected");
        channel["privacy"]!.GetValue<string>().ShouldBe("store");
        channel["settings"]!["secret"]!.GetValue<string>().ShouldBe("••••");
        channel["capabilities"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldContain("text");
    }

    [Fact]
    public async Task A_platform_out_of_reach_does_not_stop_a_channel_from_being_made()
    {
        var settings = new { token = "1:abc", webhookSecret = "s3cret", baseUrl = "http://127.0.0.1:1" };

        var answer = await CreateAsync(new { platform = "telegram", name = "Bot", settings });
        var channel = await answer.JsonAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        channel["state"]!.GetValue<string>().ShouldBe("failed");
        channel["detail"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_name_and_masked_secrets()
    {
        var created = await (await CreateAsync(NewCustom("Shop"))).JsonAsync();
        var before = await StoredSecretAsync();

        var changed = await (await PatchAsync(created, new { name = "Store", settings = new { secret = "••••" } })).JsonAsync();

        changed["name"]!.GetValue<string>().ShouldBe("Store");
        changed["privacy"]!.GetValue<string>().ShouldBe("store");
        (await StoredSecretAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_null_removes_a_setting_and_a_path_but_not_what_is_required()
    {
        var created = await (await CreateAsync(new
        {
            platform = "custom", name = "Shop", path = "/shop-hook", settings = new { secret = Secret, callbackUrl = "https://93.184.215.14/in" },
        })).JsonAsync();

        var changed = await (await PatchAsync(created, JsonNode.Parse("""{"path":null,"settings":{"callbackUrl":null}}""")!)).JsonAsync();
        var refused = await PatchAsync(created, JsonNode.Parse("""{"settings":{"secret":null}}""")!);

        changed["path"].ShouldBeNull();
        changed["settings"]!.AsObject().ContainsKey("callbackUrl").ShouldBeFalse();
        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        problem["field"]!.GetValue<string>().ShouldBe("settings.secret");
    }

    [Theory]
    [InlineData("""{"platform":"pigeon","name":"x","settings":{}}""", "platform")]
    [InlineData("""{"platform":"custom","name":" ","settings":{"secret":"whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"}}""", "name")]
    [InlineData("""{"platform":"custom","name":"x"}""", "settings.secret")]
    [InlineData("""{"platform":"custom","name":"x","settings":{"secret":7}}""", "settings.secret")]
    [InlineData("""{"platform":"custom","name":"x","settings":{"secret":"whsec_AAEC","colour":"red"}}""", "settings.colour")]
    [InlineData("""{"platform":"custom","name":"x","path":"/api/v1/me","settings":{"secret":"whsec_AAEC"}}""", "path")]
    [InlineData("""{"platform":"custom","name":"x","path":"no-slash","settings":{"secret":"whsec_AAEC"}}""", "path")]
    [InlineData("""{"platform":"telegram","name":"x","settings":{"token":"1:a","mode":"pigeon"}}""", "settings.mode")]
    [InlineData("""{"platform":"telegram","name":"x","settings":{"token":"not a token"}}""", "settings.token")]
    [InlineData("""{"platform":"telegram","name":"x","settings":{"token":"1:a","baseUrl":"ftp://x"}}""", "settings.baseUrl")]
    [InlineData("""{"platform":"custom","name":"x","privacy":"open"}""", "privacy")]
    [InlineData("""{"platform":"custom","name":7}""", "name")]
    public async Task A_mistake_names_its_field(string body, string field)
    {
        var answer = await _server.Client.PostAsync("/api/v1/channels", new StringContent(body, null, "application/json"));

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        problem["field"]!.GetValue<string>().ShouldBe(field);
    }

    [Fact]
    public async Task A_callback_to_a_private_address_is_refused()
    {
        var answer = await CreateAsync(new { platform = "custom", name = "x", settings = new { secret = Secret, callbackUrl = "http://10.0.0.7/" } });

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "address-not-allowed");
    }

    [Fact]
    public async Task A_path_belongs_to_one_channel_until_that_is_deleted()
    {
        var withPath = new { platform = "custom", name = "x", path = "/hook", settings = new { secret = Secret } };
        var first = await (await CreateAsync(withPath)).JsonAsync();

        var second = await CreateAsync(withPath);
        var deleted = await _server.Client.DeleteAsync(AddressOf(first));
        var third = await CreateAsync(withPath);

        await second.ShouldBeProblemAsync(HttpStatusCode.Conflict, "path-taken");
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        third.StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await _server.Client.GetAsync(AddressOf(first))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Switched_off_and_on_again_a_channel_says_so()
    {
        var created = await (await CreateAsync(NewCustom("Shop"))).JsonAsync();

        var off = await (await PatchAsync(created, new { enabled = false })).JsonAsync();
        var on = await (await PatchAsync(created, new { enabled = true })).JsonAsync();

        off["state"]!.GetValue<string>().ShouldBe("disabled");
        on["state"]!.GetValue<string>().ShouldBe("connected");
    }

    [Fact]
    public async Task The_same_key_gives_the_same_channel_again()
    {
        var first = await CreateAsync(NewCustom("Shop"), "\"0190-first-time\"");
        var second = await CreateAsync(NewCustom("Shop"), "0190-first-time");
        var other = await CreateAsync(NewCustom("Store"), "0190-first-time");

        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.Location.ShouldBe(first.Headers.Location);
        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-mismatch");
        (await (await _server.Client.GetAsync("/api/v1/channels")).JsonAsync())["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_is_too_short_is_a_mistake()
    {
        var answer = await CreateAsync(NewCustom("Shop"), "short");

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
    }

    [Fact]
    public async Task A_channel_is_there_again_after_a_restart_with_its_secret()
    {
        using var folder = new TemporaryFolder();
        var setup = new RozmovaSetup { Data = folder.Path };
        await using (var first = await RozmovaServer.StartAsync(setup))
        {
            (await first.Client.PostAsJsonAsync("/api/v1/channels", NewCustom("Shop"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        await using var second = await RozmovaServer.StartAsync(setup);
        var channels = await (await second.Client.GetAsync("/api/v1/channels")).JsonAsync();

        channels["items"]![0]!["settings"]!["secret"]!.GetValue<string>().ShouldBe("••••");
        Directory.EnumerateFiles(folder.Path, "rozmova.db*").Any(file => Contains(file, Secret)).ShouldBeFalse();
    }

    private static object NewCustom(string name) => new { platform = "custom", name, settings = new { secret = Secret } };

    private static string AddressOf(JsonNode channel) => $"/api/v1/channels/{channel["id"]}";

    private static bool Contains(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> CreateAsync(object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/channels") { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await _server.Client.SendAsync(request);
    }

    private Task<HttpResponseMessage> PatchAsync(JsonNode channel, object body) =>
        _server.Client.PatchAsJsonAsync(AddressOf(channel), body);

    private async Task<string> StoredSecretAsync()
    {
        var store = _server.Services.GetRequiredService<Workspace.Channels.IChannelStore>();
        return (await store.ListAsync(CancellationToken.None)).Single().Settings["secret"]!.GetValue<string>();
    }
}
