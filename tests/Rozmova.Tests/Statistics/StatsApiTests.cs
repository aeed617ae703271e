using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Statistics;

public sealed class StatsApiTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task Today_and_what_waits_tell_of_a_customer_and_of_the_answer()
    {
        var (_, conversation) = await house.GreetedAsync();
        var channel = (await ReadAsync($"/api/v1/conversations/{conversation}"))["channel"]!.Text("id");
        (await ReadAsync("/api/v1/stats/waiting"))["longest"]!.AsArray().ShouldContain(item => item!.Text("id") == conversation);

        var answer = await house.Server.Client.PostAsJsonAsync(
            $"/api/v1/conversations/{conversation}/messages", new { content = new { type = "text", text = "Good day" } });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Testing.Eventually.Is("the numbers are there", async () =>
        {
            var today = await ReadAsync("/api/v1/stats/today?timeZone=Europe/Kyiv");
            var its = today["channels"]!.AsArray().FirstOrDefault(item => item!.Text("channelId") == channel);
            return (int?)its?["inbound"] == 1 && (int?)its["outbound"] == 1 && (double?)today["firstResponse"]!["medianSeconds"] >= 0
                && today["buckets"]!.AsArray().Sum(bucket => (int)bucket!["inbound"]!) == (int)today["messages"]!["inbound"]!;
        }, CancellationToken.None);
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-06-01", 24)]
    public async Task A_day_has_the_hours_it_has_in_the_time_zone_asked_for(string day, int hours)
    {
        var stats = await ReadAsync($"/api/v1/stats/overview?from={day}&to={day}&timeZone=Europe/Kyiv");

        stats.Text("step").ShouldBe("hour");
        stats["buckets"]!.AsArray().Count.ShouldBe(hours);
    }

    [Fact]
    public async Task A_month_is_told_by_days()
    {
        var stats = await ReadAsync("/api/v1/stats/overview?from=2026-10-01&to=2026-10-31&timeZone=Europe/Kyiv");

        stats.Text("step").ShouldBe("day");
        stats["buckets"]!.AsArray().Count.ShouldBe(31);
        ((DateTimeOffset)stats["buckets"]![30]!["from"]!).ShouldBe(new DateTimeOffset(2026, 10, 31, 0, 0, 0, TimeSpan.FromHours(2)));
    }

    [Theory]
    [InlineData("today?timeZone=Middle/Earth", "timeZone")]
    [InlineData("waiting?timeZone=", "timeZone")]
    [InlineData("today?timeZone=/dev/zero", "timeZone")]
    [InlineData("today?timeZone=../../../etc/passwd", "timeZone")]
    [InlineData("overview", "from")]
    [InlineData("overview?from=2026-11-01", "to")]
    [InlineData("overview?from=2026-11-02&to=2026-11-01", "to")]
    [InlineData("overview?from=2026-01-01&to=2026-12-31", "to")]
    [InlineData("overview?from=yesterday&to=today", "from")]
    public async Task Nonsense_gets_a_problem_that_names_the_field(string asked, string field)
    {
        var problem = await (await house.Server.Client.GetAsync($"/api/v1/stats/{asked}"))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        problem.Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task Only_admins_are_told_of_quarantine_and_strangers_of_nothing()
    {
        var anna = (await house.Server.HireAsync(1))[0];

        (await (await anna.Client.GetAsync("/api/v1/stats/waiting")).JsonAsync())["quarantined"].ShouldBeNull();
        ((int?)(await ReadAsync("/api/v1/stats/waiting"))["quarantined"]).ShouldBe(0);
        (await house.Server.Anonymous.GetAsync("/api/v1/stats/today")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<JsonNode> ReadAsync(string path) => await (await house.Server.Client.GetAsync(path)).JsonAsync();
}
