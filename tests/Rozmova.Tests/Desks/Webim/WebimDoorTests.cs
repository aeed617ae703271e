using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Desks.Webim;

/// <summary>What Webim hears from us.</summary>
public sealed class WebimDoorTests(WebimHouse house) : IClassFixture<WebimHouse>
{
    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task A_visitor_nobody_knows_is_answered_404_and_noted_by_their_id_alone()
    {
        var stand = await house.OpenAsync();

        var answer = await stand.Account.TakeVisitor("tg-9999").ReplyAsync("a word nobody shall read", Never);

        answer.Status.ShouldBe(404);
        answer.Body!.ToJsonString().ShouldBe("""{"error":"visitor-not-found","desc":"tg-9999"}""");
        house.Log.Text.ShouldContain("tg-9999");
        house.Log.Text.ShouldNotContain("a word nobody shall read");
        (await house.Server.Client.GetStringAsync("/metrics")).ShouldContain("rozmova_webim_unknown_visitors");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Token wrong")]
    public async Task A_bad_secret_is_401(string? authorization)
    {
        var stand = await house.OpenAsync();
        var (_, visitor) = await stand.GreetedAsync();

        var answer = await PostAsync(stand, $$"""{"visitor_id":"{{visitor.Id}}","message":"x"}""", authorization);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.JsonAsync()).Text("error").ShouldBe("unauthorized");
        house.Log.Text.ShouldNotContain(stand.Account.CallbackSecret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"event":"new_message","message":{"kind":"operator","text":"x"}}""")]
    public async Task A_callback_about_nobody_is_400(string body)
    {
        var stand = await house.OpenAsync();

        var answer = await PostAsync(stand, body, $"Token {stand.Account.CallbackSecret}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"error":"argument-missing","desc":"visitor_id"}""");
    }

    [Fact]
    public async Task A_desk_that_is_switched_off_is_410()
    {
        var stand = await house.OpenAsync();
        var (_, visitor) = await stand.GreetedAsync();
        await stand.ChangeAsync(new { enabled = false });

        var answer = await visitor.ReplyAsync("x", Never);

        (answer.Status, answer.Error).ShouldBe((410, "setting_disabled"));
    }

    [Fact]
    public async Task It_may_be_called_at_a_path_of_its_own()
    {
        var stand = await house.OpenAsync(path: "/webim-callback");
        var (customer, visitor) = await stand.GreetedAsync();

        (await visitor.ReplyAsync("By the short way", Never)).Status.ShouldBe(200);

        await customer.WaitForMessageAsync(message => message.Text == "By the short way", Never).Soon();
    }

    [Fact]
    public async Task An_account_that_signs_is_believed_by_its_signature_only()
    {
        var stand = await house.OpenAsync(new JsonObject { ["contract"] = new JsonObject { ["callbackHmacHeader"] = "X-Webim-Signature" } });
        var (customer, visitor) = await stand.GreetedAsync();

        (await visitor.ReplyAsync("Unsigned", Never)).Status.ShouldBe(401);
        stand.Account.HmacHeader = "X-Webim-Signature";
        (await visitor.ReplyAsync("Signed", Never)).Status.ShouldBe(200);

        await customer.WaitForMessageAsync(message => message.Text == "Signed", Never).Soon();
        customer.BotMessages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Webims_own_id_of_a_visitor_is_learned_and_understood_later()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        const string Own = "5a8b7d1c-0000-4000-8000-000000000001";

        var first = await stand.Account.CallAsync(
            new JsonObject { ["visitor_id"] = Own, ["channel_user_id"] = visitor.Id, ["message"] = "One" }, Never);
        var second = await stand.Account.CallAsync(new JsonObject { ["visitor_id"] = Own, ["message"] = "Two" }, Never);

        (first.Status, second.Status).ShouldBe((200, 200));
        await customer.WaitForMessageAsync(message => message.Text == "Two", Never).Soon();
    }

    [Fact]
    public async Task One_desk_cannot_speak_to_the_visitors_of_another()
    {
        var (one, other) = (await house.OpenAsync(), await house.OpenAsync());
        var (_, visitor) = await one.GreetedAsync();

        (await other.Account.TakeVisitor(visitor.Id).ReplyAsync("Hello", Never)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Names_are_shown_as_they_were_given_and_a_wrong_one_is_named()
    {
        var stand = await house.OpenAsync(
            new JsonObject { ["contract"] = new JsonObject { ["sendPath"] = "/send", ["deliverKinds"] = new JsonArray("operator") } });

        var settings = stand.Desk["settings"]!;
        settings["contract"]!.ToJsonString().ShouldBe("""{"sendPath":"/send","deliverKinds":["operator"]}""");
        (settings.Text("accessToken"), settings.Text("callbackSecret")).ShouldBe(("••••", "••••"));
        (await stand.ChangeAsync(new { settings = new { contract = new { sendPath = (string?)null } } }))["settings"]!["contract"]!
            .ToJsonString().ShouldBe("""{"deliverKinds":["operator"]}""");
        (await stand.ChangeAsync(new { settings = new { contract = (object?)null } }))["settings"]!["contract"].ShouldBeNull();
        var wrong = await house.Server.Client.PatchAsJsonAsync(
            $"/api/v1/desks/{stand.Id}", new { settings = new { contract = new { sendpath = "/x" } } });
        (await wrong.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request")).Text("field").ShouldBe("settings.contract.sendpath");
    }

    private async Task<HttpResponseMessage> PostAsync(WebimStand stand, string body, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, stand.Account.Callback)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        return await house.Server.Anonymous.SendAsync(request);
    }
}
