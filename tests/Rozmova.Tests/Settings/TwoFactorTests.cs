using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Rozmova.Testing;

namespace Rozmova.Tests.Settings;

public sealed class TwoFactorTests : IAsyncLifetime
{
    private const string Email = "admin@example.com";
    private const string Password = "correct horse battery";

    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());
    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await RozmovaServer.StartAsync(new RozmovaSetup
    {
        Time = _clock,
        Settings = new Dictionary<string, string> { ["AdminEmail"] = Email, ["AdminPassword"] = Password },
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_has_a_second_factor_signs_in_with_its_code()
    {
        var (secret, _) = await EnrolAsync();
        _clock.Advance(TimeSpan.FromSeconds(60));

        var without = await SignInAsync(null);
        var wrong = await SignInAsync("000000");
        var right = await SignInAsync(CodeOf(secret));

        await without.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "code-needed");
        await wrong.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "wrong-code");
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await right.JsonAsync())["twoFactor"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        var (secret, _) = await EnrolAsync();
        var used = CodeOf(secret); // it confirmed the enrolment

        var again = await SignInAsync(used);

        await again.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "wrong-code");
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_however_it_is_typed()
    {
        var (_, recovery) = await EnrolAsync();
        var typed = recovery[0].ToLowerInvariant().Replace('-', ' ');

        var first = await SignInAsync(typed);
        var second = await SignInAsync(typed);

        recovery.Length.ShouldBe(10);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        await second.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "wrong-code");
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down()
    {
        await EnrolAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await SignInAsync("000000");
        }

        await (await SignInAsync("000000")).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
    }

    [Fact]
    public async Task An_admin_takes_the_second_factor_of_somebody_away_and_it_is_written_down()
    {
        await EnrolAsync();
        _clock.Advance(TimeSpan.FromSeconds(1)); // entries of one millisecond have no order
        var me = (await (await _server.Client.GetAsync("/api/v1/operators")).JsonAsync())["items"]!.AsArray()
            .Single(known => known!["email"]?.GetValue<string>() == Email)!;

        var reset = await _server.Client.DeleteAsync($"/api/v1/operators/{me["id"]}/two-factor");

        reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SignInAsync(null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var audit = (await (await _server.Client.GetAsync("/api/v1/audit?action=two-factor")).JsonAsync())["items"]!.AsArray();
        audit.Select(entry => entry!["action"]!.GetValue<string>()).ShouldBe(["two-factor.disabled", "two-factor.enabled"]);
    }

    [Fact]
    public async Task A_new_password_of_ones_own_needs_the_old_one_and_ends_other_sessions()
    {
        var here = CookieOf(await SignInAsync(null));
        var elsewhere = CookieOf(await SignInAsync(null));

        var wrong = await SendAsync(HttpMethod.Patch, "/api/v1/me", here, new { password = "another password", currentPassword = "guess" });
        var right = await SendAsync(HttpMethod.Patch, "/api/v1/me", here, new { password = "another password", currentPassword = Password });

        await wrong.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "wrong-password");
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Get, "/api/v1/me", CookieOf(right))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Get, "/api/v1/me", elsewhere)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<(byte[] Secret, string[] Recovery)> EnrolAsync()
    {
        var cookie = CookieOf(await SignInAsync(null));
        var begun = await (await SendAsync(HttpMethod.Post, "/api/v1/me/two-factor", cookie)).JsonAsync();
        var secret = FromBase32(begun["secret"]!.GetValue<string>());
        begun["address"]!.GetValue<string>().ShouldStartWith("otpauth://totp/Rozmova:admin%40example.com?secret=");
        var confirmed = await SendAsync(HttpMethod.Post, "/api/v1/me/two-factor/confirm", cookie, new { code = CodeOf(secret) });
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (secret, [.. (await confirmed.JsonAsync())["recoveryCodes"]!.AsArray().Select(code => code!.GetValue<string>())]);
    }

    private Task<HttpResponseMessage> SignInAsync(string? code) =>
        _server.Anonymous.PostAsJsonAsync("/api/v1/session", new { email = Email, password = Password, code });

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string cookie, object? body = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Origin", _server.Address.GetLeftPart(UriPartial.Authority));
        return await _server.Anonymous.SendAsync(request);
    }

    private static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    // As an authenticator app does it, in its own words.
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps speak it is over SHA-1.")]
    private string CodeOf(byte[] secret)
    {
        var step = BitConverter.GetBytes(_clock.GetUtcNow().ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
        var hash = HMACSHA1.HashData(secret, step);
        var offset = hash[19] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6");
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
