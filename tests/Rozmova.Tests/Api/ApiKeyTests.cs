using System.Net;

namespace Rozmova.Tests.Api;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await RozmovaServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_configured_key_acts_as_an_admin()
    {
        var me = await (await _server.Client.GetAsync("/api/v1/me")).JsonAsync();

        me["name"]!.GetValue<string>().ShouldBe("API key");
        me["role"]!.GetValue<string>().ShouldBe("admin");
    }

    [Fact]
    public async Task Without_a_key_one_is_nobody()
    {
        var answer = await _server.Anonymous.GetAsync("/api/v1/me");

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_key_nobody_was_given_is_refused()
    {
        using var stranger = _server.CreateClient("rk_nobody-was-given-this");

        var answer = await stranger.GetAsync("/api/v1/me");

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_key_in_the_address_counts_on_the_live_feed_only()
    {
        var answer = await _server.Anonymous.GetAsync($"/api/v1/me?token={RozmovaServer.ApiKey}");

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_too()
    {
        var answer = await _server.Client.GetAsync("/api/v1/nothing-here");

        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_method_an_address_does_not_take_is_a_problem_too()
    {
        var answer = await _server.Client.DeleteAsync("/api/v1/me");

        await answer.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task The_program_says_that_it_is_alive_and_ready()
    {
        (await _server.Anonymous.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _server.Anonymous.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
