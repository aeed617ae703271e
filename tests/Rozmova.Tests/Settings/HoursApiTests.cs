using System.Net;
using System.Net.Http.Json;
using Rozmova.Testing;

namespace Rozmova.Tests.Settings;

/// <summary>The clocks of Kyiv go forward at 03:00 on Sunday, 29 March 2026, and back at 04:00 on Sunday, 25 October.</summary>
public sealed class HoursApiTests
{
    [Theory]
    [InlineData("2026-03-27T06:59:00Z", false, "2026-03-27T07:00:00Z")] // Friday, 08:59 in winter time
    [InlineData("2026-03-27T07:00:00Z", true, "2026-03-27T16:00:00Z")]
    [InlineData("2026-03-27T16:00:00Z", false, "2026-03-30T06:00:00Z")] // Monday is summer time: an hour earlier in UTC
    [InlineData("2026-03-30T06:00:00Z", true, "2026-03-30T15:00:00Z")]
    [InlineData("2026-10-23T15:00:00Z", false, "2026-10-26T07:00:00Z")]
    public async Task Hours_go_by_the_clock_on_the_wall(string now, bool open, string changesAt)
    {
        (await NowAsync(now, WorkingWeek())).ShouldBe((open, changesAt));
    }

    [Fact]
    public async Task An_hour_that_the_clocks_skip_begins_when_they_have_skipped_it()
    {
        var week = new[] { new { day = "sun", from = "03:30", to = "05:00" } };

        (await NowAsync("2026-03-29T00:00:00Z", week)).ShouldBe((false, "2026-03-29T01:30:00Z"));
    }

    [Fact]
    public async Task An_hour_that_comes_twice_is_open_both_times()
    {
        var week = new[] { new { day = "sun", from = "03:00", to = "04:00" } };

        (await NowAsync("2026-10-25T00:30:00Z", week)).ShouldBe((true, "2026-10-25T02:00:00Z"));
        (await NowAsync("2026-10-25T01:30:00Z", week)).ShouldBe((true, "2026-10-25T02:00:00Z"));
    }

    [Fact]
    public async Task Spans_that_touch_at_midnight_are_one()
    {
        var week = new[] { new { day = "fri", from = "18:00", to = "24:00" }, new { day = "sat", from = "00:00", to = "02:00" } };

        (await NowAsync("2026-03-27T20:00:00Z", week)).ShouldBe((true, "2026-03-28T00:00:00Z"));
    }

    [Fact]
    public async Task A_day_that_is_different_has_its_own_hours()
    {
        object[] exceptions =
        [
            new { date = "2026-03-30", spans = Array.Empty<object>(), note = "A holiday" },
            new { date = "2026-03-31", spans = new[] { new { from = "12:00", to = "13:00" } } },
        ];

        (await NowAsync("2026-03-30T08:00:00Z", WorkingWeek(), exceptions)).ShouldBe((false, "2026-03-31T09:00:00Z"));
    }

    [Fact]
    public async Task A_web_chat_keeps_the_hours_that_name_it()
    {
        await using var server = await StartAsync("2026-03-28T12:00:00Z"); // a Saturday
        var channel = await (await server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "webchat", name = "Site" })).JsonAsync();
        var settings = $"/api/v1/webchat/{channel["id"]}/settings";
        var before = await (await server.Anonymous.GetAsync(settings)).JsonAsync();

        await CreateAsync(server, WorkingWeek(), channelIds: [channel["id"]!.GetValue<string>()]);
        var after = await (await server.Anonymous.GetAsync(settings)).JsonAsync();

        before["open"]!.GetValue<bool>().ShouldBeTrue();
        after["open"]!.GetValue<bool>().ShouldBeFalse();
        after["opensAt"]!.GetValue<DateTimeOffset>().ShouldBe(DateTimeOffset.Parse("2026-03-30T06:00:00Z"));
    }

    [Theory]
    [InlineData("timeZone", "Europe/Nowhere", "mon", "09:00", "18:00")]
    [InlineData("week", "Europe/Kyiv", "monday", "09:00", "18:00")]
    [InlineData("week", "Europe/Kyiv", "mon", "18:00", "09:00")]
    [InlineData("week", "Europe/Kyiv", "mon", "9", "18:00")]
    public async Task Hours_that_cannot_be_read_name_their_field(string field, string timeZone, string day, string from, string to)
    {
        await using var server = await RozmovaServer.StartAsync();

        var answer = await server.Client.PostAsJsonAsync("/api/v1/hours", new { name = "Shop", timeZone, week = new[] { new { day, from, to } } });

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        (await answer.JsonAsync())["field"]!.GetValue<string>().ShouldBe(field);
    }

    [Fact]
    public async Task Hours_are_changed_and_deleted_and_both_is_written_down()
    {
        await using var server = await RozmovaServer.StartAsync();
        var hours = await CreateAsync(server, WorkingWeek());

        var changed = await (await server.Client.PatchAsJsonAsync($"/api/v1/hours/{hours}", new { name = "Summer" })).JsonAsync();
        var deleted = await server.Client.DeleteAsync($"/api/v1/hours/{hours}");

        changed["name"]!.GetValue<string>().ShouldBe("Summer");
        changed["week"]!.AsArray().Count.ShouldBe(5);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var audit = (await (await server.Client.GetAsync("/api/v1/audit?action=hours")).JsonAsync())["items"]!.AsArray();
        audit.Select(entry => entry!["action"]!.GetValue<string>()).ShouldBe(["hours.deleted", "hours.changed", "hours.created"]);
    }

    private static object[] WorkingWeek() =>
        [.. new[] { "mon", "tue", "wed", "thu", "fri" }.Select(day => (object)new { day, from = "09:00", to = "18:00" })];

    private static Task<RozmovaServer> StartAsync(string now) =>
        RozmovaServer.StartAsync(new RozmovaSetup { Time = new TestClock(DateTimeOffset.Parse(now)) });

    private static async Task<string> CreateAsync(
        RozmovaServer server, object[] week, object[]? exceptions = null, string[]? channelIds = null)
    {
        var body = new { name = "Shop", timeZone = "Europe/Kyiv", week, exceptions = exceptions ?? [], channelIds = channelIds ?? [] };
        var answer = await server.Client.PostAsJsonAsync("/api/v1/hours", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.JsonAsync())["id"]!.GetValue<string>();
    }

    private static async Task<(bool Open, string ChangesAt)> NowAsync(string now, object[] week, object[]? exceptions = null)
    {
        await using var server = await StartAsync(now);
        var hours = await CreateAsync(server, week, exceptions);
        var state = await (await server.Client.GetAsync($"/api/v1/hours/{hours}/now")).JsonAsync();
        return (state["open"]!.GetValue<bool>(), state["changesAt"]!.GetValue<DateTimeOffset>().ToString("yyyy-MM-ddTHH:mm:ssZ"));
    }
}
