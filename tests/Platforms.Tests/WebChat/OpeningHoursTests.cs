using System.Globalization;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.WebChat;

namespace Rozmova.Platforms.Tests.WebChat;

public sealed class OpeningHoursTests
{
    private static readonly ChannelConnection Kyiv = WebChatChannel.With(
        ("hours", new[] { "mon-fri 09:00-18:00", "Sat 10:00-14:00" }), ("timeZone", "Europe/Kyiv"));

    [Theory]
    [InlineData("2026-01-05T06:59:00Z", false)] // Monday, two hours ahead of UTC in winter
    [InlineData("2026-01-05T07:00:00Z", true)]
    [InlineData("2026-01-05T15:59:00Z", true)]
    [InlineData("2026-01-05T16:00:00Z", false)]
    [InlineData("2026-07-06T06:00:00Z", true)] // three in summer
    [InlineData("2026-01-10T09:00:00Z", true)] // Saturday
    [InlineData("2026-01-11T09:00:00Z", false)] // Sunday
    public void It_is_open_by_the_clock_of_the_shops_own_zone(string now, bool open) => OpeningHours.At(Kyiv, At(now)).Open.ShouldBe(open);

    [Theory]
    [InlineData("2026-01-05T05:00:00Z", "2026-01-05T07:00:00Z")] // the same day
    [InlineData("2026-01-09T17:00:00Z", "2026-01-10T08:00:00Z")] // tomorrow, by Saturday's hours
    [InlineData("2026-01-10T13:00:00Z", "2026-01-12T07:00:00Z")] // over Sunday
    [InlineData("2026-03-28T13:00:00Z", "2026-03-30T06:00:00Z")] // over the night the clocks go forward
    public void It_says_when_it_opens_again(string now, string opens) => OpeningHours.At(Kyiv, At(now)).OpensAt.ShouldBe(At(opens));

    [Fact]
    public void A_span_of_days_may_go_over_the_week_end()
    {
        var bar = WebChatChannel.With(("hours", new[] { "fri-mon 18:00-24:00" }));

        OpeningHours.At(bar, At("2026-01-04T20:00:00Z")).Open.ShouldBeTrue();
        OpeningHours.At(bar, At("2026-01-06T20:00:00Z")).Open.ShouldBeFalse();
        OpeningHours.At(bar, At("2026-01-06T20:00:00Z")).OpensAt.ShouldBe(At("2026-01-09T18:00:00Z"));
    }

    [Fact]
    public void Without_hours_somebody_is_always_there() => OpeningHours.At(WebChatChannel.With(), At("2026-01-04T03:00:00Z")).ShouldBe((true, null));

    [Theory]
    [InlineData("monday 09:00-18:00")]
    [InlineData("mon 18:00-09:00")]
    [InlineData("mon 09:00-25:00")]
    [InlineData("mon-xyz 09:00-18:00")]
    [InlineData("9 to 5")]
    public void Hours_that_cannot_be_read_are_told_and_keep_nobody_out(string line)
    {
        var channel = WebChatChannel.With(("hours", new[] { line }));

        WebChatSettings.MistakeIn(channel).ShouldNotBeNull().ShouldContain(line);
        OpeningHours.At(channel, At("2026-01-04T03:00:00Z")).Open.ShouldBeTrue();
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
