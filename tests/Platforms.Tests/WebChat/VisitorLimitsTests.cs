using System.Net;
using Rozmova.Platforms.WebChat;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.WebChat;

public sealed class VisitorLimitsTests
{
    private static readonly Allowance Three = new(3, TimeSpan.FromSeconds(10));

    private readonly TestClock _clock = new();

    [Fact]
    public void A_burst_may_pass_and_then_one_each_interval()
    {
        var limits = new VisitorLimits(_clock);

        Take(limits, 4).ShouldBe([null, null, null, TimeSpan.FromSeconds(10)]);
        _clock.Advance(TimeSpan.FromSeconds(4));
        limits.Take(Three, "one").ShouldBe(TimeSpan.FromSeconds(6));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Take(limits, 2).ShouldBe([null, TimeSpan.FromSeconds(10)]);
    }

    [Fact]
    public void Who_was_quiet_has_the_whole_burst_again_and_no_more()
    {
        var limits = new VisitorLimits(_clock);
        Take(limits, 3);
        _clock.Advance(TimeSpan.FromHours(1));

        Take(limits, 4).ShouldBe([null, null, null, TimeSpan.FromSeconds(10)]);
    }

    [Fact]
    public void One_visitor_takes_nothing_from_another()
    {
        var limits = new VisitorLimits(_clock);
        Take(limits, 4);

        limits.Take(Three, "another").ShouldBeNull();
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_machine_is_one_address_whichever_it_picks(string one, string other, bool same) =>
        (VisitorLimits.KeyOf(IPAddress.Parse(one)) == VisitorLimits.KeyOf(IPAddress.Parse(other))).ShouldBe(same);

    private static TimeSpan?[] Take(VisitorLimits limits, int times) => [.. Enumerable.Range(0, times).Select(_ => limits.Take(Three, "one"))];
}
