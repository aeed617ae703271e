using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Testing;

namespace Rozmova.Tests.Operators;

public sealed partial class SessionTests : IAsyncLifetime
{
    private const string Email = "admin@example.com";
    private const string Password = "correct horse battery";

    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly StringBuilder _printed = new();
    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await StartAsync(new Dictionary<string, string>
    {
        ["AdminEmail"] = Email,
        ["AdminPassword"] = Password,
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_configured_admin_signs_in_and_out()
    {
        var answer = await SignInAsync(Password);
        var cookie = CookieOf(answer);
        var me = await (await SendAsync(HttpMethod.Get, "/api/v1/me", cookie)).JsonAsync();
        var bye = await SendAsync(HttpMethod.Delete, "/api/v1/session", cookie, _server.Address.GetLeftPart(UriPartial.Authority));

        me["email"]!.GetValue<string>().ShouldBe(Email);
        answer.Headers.GetValues("Set-Cookie").Single().ShouldContain("samesite=strict; httponly");
        bye.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        CookieOf(bye).ShouldBe("rozmova=");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var wrong = await SignInAsync("wrong password");
        var unknown = await SignInAsync("wrong password", "nobody@example.com");

        await wrong.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "wrong-credentials");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "wrong-credentials");
    }

    [Fact]
    public async Task Guessing_is_slowed_down_until_a_while_has_passed()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await SignInAsync("guess");
        }

        var refused = await SignInAsync(Password);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var later = await SignInAsync(Password);

        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Behind_a_proxy_the_cookie_is_for_https_and_each_caller_has_limits_of_their_own()
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            await SignInThroughProxyAsync("203.0.113.7", "guess", $"nobody{attempt}@example.com");
        }

        var guesser = await SignInThroughProxyAsync("203.0.113.7", Password, Email);
        var neighbour = await SignInThroughProxyAsync("203.0.113.8", Password, Email);

        await guesser.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
        neighbour.Headers.GetValues("Set-Cookie").Single().ShouldContain("; secure;");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://evil.example")]
    public async Task A_cookie_changes_nothing_from_a_foreign_page(string? origin)
    {
        var cookie = CookieOf(await SignInAsync(Password));

        var answer = await SendAsync(HttpMethod.Post, "/api/v1/operators", cookie, origin);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "foreign-origin");
    }

    [Fact]
    public async Task A_new_password_ends_older_sessions()
    {
        var cookie = CookieOf(await SignInAsync(Password));
        var me = await (await SendAsync(HttpMethod.Get, "/api/v1/me", cookie)).JsonAsync();

        await _server.Client.PatchAsJsonAsync($"/api/v1/operators/{me["id"]}", new { password = "another password" });

        (await SendAsync(HttpMethod.Get, "/api/v1/me", cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync("another password")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_first_start_prints_a_link_that_makes_the_first_admin_once()
    {
        await using var server = await StartAsync([]);
        var token = Token().Match(_printed.ToString()).Groups[1].Value;
        var admin = new { token, name = "Olena", email = "olena@example.com", password = "a long enough one" };

        var before = await (await server.Anonymous.GetAsync("/api/v1/setup")).JsonAsync();
        var first = await server.Anonymous.PostAsJsonAsync("/api/v1/setup", admin);
        var after = await (await server.Anonymous.GetAsync("/api/v1/setup")).JsonAsync();
        var second = await server.Anonymous.PostAsJsonAsync("/api/v1/setup", admin with { email = "other@example.com" });

        before["needed"]!.GetValue<bool>().ShouldBeTrue();
        (await first.JsonAsync())["role"]!.GetValue<string>().ShouldBe("admin");
        CookieOf(first).Length.ShouldBeGreaterThan(20);
        after["needed"]!.GetValue<bool>().ShouldBeFalse();
        await second.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "link-used");
    }

    [Fact]
    public async Task An_invited_operator_chooses_a_password_and_is_in()
    {
        var created = await (await _server.Client.PostAsJsonAsync(
            "/api/v1/operators", new { name = "Ivan", email = "ivan@example.com" })).JsonAsync();
        var token = Token().Match(created["inviteUrl"]!.GetValue<string>()).Groups[1].Value;

        var state = await (await _server.Anonymous.GetAsync($"/api/v1/setup?token={token}")).JsonAsync();
        var entered = await _server.Anonymous.PostAsJsonAsync("/api/v1/setup", new { token, password = "ivan's own password" });
        var signedIn = await SignInAsync("ivan's own password", "ivan@example.com");

        state["email"]!.GetValue<string>().ShouldBe("ivan@example.com");
        (await entered.JsonAsync())["role"]!.GetValue<string>().ShouldBe("operator");
        signedIn.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    [GeneratedRegex(@"/setup\?token=([\w-]+)")]
    private static partial Regex Token();

    private Task<RozmovaServer> StartAsync(Dictionary<string, string> settings) => RozmovaServer.StartAsync(new RozmovaSetup
    {
        Time = _clock,
        Settings = settings,
        Services = services => services.AddSingleton<TextWriter>(_ => new StringWriter(_printed)),
    });

    private Task<HttpResponseMessage> SignInAsync(string password, string email = Email) =>
        _server.Anonymous.PostAsJsonAsync("/api/v1/session", new { email, password });

    private async Task<HttpResponseMessage> SignInThroughProxyAsync(string caller, string password, string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { email, password }) };
        request.Headers.Add("X-Forwarded-For", caller);
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await _server.Anonymous.SendAsync(request);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string cookie, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Cookie", cookie);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await _server.Anonymous.SendAsync(request);
    }
}
