using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Meta;
using Rozmova.Simulators.WeChat;

namespace Rozmova.Tests.Platforms;

/// <summary>The menu beside the composer: made, read and taken away by an admin, through the program.</summary>
public sealed class MenuTests : IAsyncLifetime
{
    private static readonly JsonNode Menu = JsonNode.Parse("""
        {"items":[{"label":"Phone","key":"SUPPORT_PHONE"},
        {"label":"Shop","items":[{"label":"Search","url":"https://shop.example/search"},{"label":"Hours","key":"HOURS"}]}]}
        """)!;

    private RozmovaServer _server = null!;
    private WeChatSimulator _weChat = null!;

    private Inbox Inbox => new(_server.Client);

    public async Task InitializeAsync()
    {
        _weChat = await WeChatSimulator.StartAsync(new WeChatSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        _server = await RozmovaServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _weChat.DisposeAsync();
    }

    [Fact]
    public async Task A_menu_is_published_read_and_taken_away()
    {
        var (account, channel) = await ConnectWeChatAsync();

        var published = await PutAsync(channel, Menu);
        published.StatusCode.ShouldBe(HttpStatusCode.OK, await published.Content.ReadAsStringAsync());
        account.Menu.ShouldNotBeNull();
        var read = await ReadAsync(channel);
        read["items"]![1]!["items"]![0]!.Text("url").ShouldBe("https://shop.example/search");
        read["items"]![0]!.Text("key").ShouldBe("SUPPORT_PHONE");

        var deleted = await _server.Client.DeleteAsync(PathOf(channel));
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        account.Menu.ShouldBeNull();
        (await ReadAsync(channel))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_press_is_told_by_the_label_of_the_published_line()
    {
        var (account, channel) = await ConnectWeChatAsync();
        account.WebhookUrl = new Uri(_server.Address, channel.Text("webhookPath"));
        (await PutAsync(channel, Menu)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var follower = account.AddFollower();
        follower.Remark = "Wei";

        await follower.PressMenu("HOURS").Ended.Soon();

        var press = await Inbox.EntryAsync(await Inbox.FirstConversationAsync(), "the press", entry => entry.Text("direction") == "inbound");
        press["content"]!.Text("key").ShouldBe("HOURS");
        press["content"]!.Text("text").ShouldBe("Hours");
    }

    [Fact]
    public async Task What_the_platform_does_not_take_is_said_and_the_old_menu_stays()
    {
        var (account, channel) = await ConnectWeChatAsync();
        (await PutAsync(channel, Menu)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await PutAsync(channel, JsonNode.Parse("""{"items":[{"label":"Opening hours and address","key":"HOURS"}]}""")!);

        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.BadGateway, "platform-refused");
        problem.Text("detail").ShouldContain("40018");
        account.Menu!["button"]!.AsArray().Count.ShouldBe(2);
        (await ReadAsync(channel))["items"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"items":[]}""", "items")]
    [InlineData("""{"items":[{"label":"a=b","key":"x"}]}""", "items[0].label")]
    [InlineData("""{"items":[{"label":"Hours"}]}""", "items[0]")]
    [InlineData("""{"items":[{"label":"Page","url":"ftp://shop.example"}]}""", "items[0]")]
    [InlineData("""{"items":[{"label":"A","items":[{"label":"B","items":[{"label":"C","key":"c"}]}]}]}""", "items[0].items[0].items")]
    public async Task A_menu_that_is_none_is_refused_by_its_place(string body, string field)
    {
        var (_, channel) = await ConnectWeChatAsync();

        var problem = await (await PutAsync(channel, JsonNode.Parse(body)!)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        problem.Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task A_pages_menu_has_one_level_and_its_questions_stay()
    {
        await using var meta = await MetaSimulator.StartAsync(new MetaSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        var page = meta.AddPage("104000000000001", "EAAtoken", "app secret");
        var channel = await CreateAsync("messenger", new
        {
            pageAccessToken = "EAAtoken", pageId = "104000000000001", appSecret = "app secret",
            iceBreakers = new[] { "Where are you?" }, baseUrl = meta.BaseAddress,
        });

        await (await PutAsync(channel, Menu)).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        var published = await PutAsync(channel, JsonNode.Parse("""{"items":[{"label":"Hours","key":"HOURS"}]}""")!);
        published.StatusCode.ShouldBe(HttpStatusCode.OK, await published.Content.ReadAsStringAsync());
        page.Profile!["ice_breakers"].ShouldNotBeNull();
        (await ReadAsync(channel))["items"]![0]!.Text("key").ShouldBe("HOURS");

        (await _server.Client.DeleteAsync(PathOf(channel))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        page.Profile!["persistent_menu"].ShouldBeNull();
        page.Profile!["ice_breakers"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_bots_menu_is_its_commands_and_a_command_of_it_is_a_press()
    {
        await using var telegram = await TelegramScene.StartAsync();
        var bot = await telegram.ConnectAsync(_server.Client, "webhook", path: null);

        await (await PutAsync(bot.Channel, Menu)).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        var published = await PutAsync(bot.Channel, JsonNode.Parse("""{"items":[{"label":"Opening hours","key":"hours"}]}""")!);
        published.StatusCode.ShouldBe(HttpStatusCode.OK, await published.Content.ReadAsStringAsync());
        (await ReadAsync(bot.Channel))["items"]![0]!.Text("label").ShouldBe("Opening hours");

        bot.AddCustomer().SendText("/hours");

        var press = await Inbox.EntryAsync(await Inbox.FirstConversationAsync(), "the press", entry => entry.Text("direction") == "inbound");
        press["content"]!.Text("type").ShouldBe("menu");
        press["content"]!.Text("text").ShouldBe("Opening hours");
    }

    [Fact]
    public async Task A_platform_without_menus_says_so()
    {
        var channel = await CreateAsync("custom", new { secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX" });

        await (await PutAsync(channel, Menu)).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        channel["limits"]!["hasMenu"]!.GetValue<bool>().ShouldBeFalse();
    }

    private async Task<(OfficialAccount Account, JsonNode Channel)> ConnectWeChatAsync()
    {
        var settings = new AccountSettings { AppId = "wx0000000000000001", AppSecret = "s3cr3t", Token = "Token1" };
        var account = _weChat.AddAccount(settings);
        return (account, await CreateAsync("wechat", new
        {
            appId = settings.AppId, appSecret = settings.AppSecret, token = settings.Token, baseUrl = _weChat.BaseAddress,
        }));
    }

    private async Task<JsonNode> CreateAsync(string platform, object settings)
    {
        var answer = await _server.Client.PostAsJsonAsync("/api/v1/channels", new { platform, name = platform, settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private Task<HttpResponseMessage> PutAsync(JsonNode channel, JsonNode menu) => _server.Client.PutAsJsonAsync(PathOf(channel), menu);

    private async Task<JsonNode> ReadAsync(JsonNode channel)
    {
        var answer = await _server.Client.GetAsync(PathOf(channel));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private static string PathOf(JsonNode channel) => $"/api/v1/channels/{channel.Text("id")}/menu";
}
