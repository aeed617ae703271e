using Rozmova.Desks.Webim;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.Tests.Webim;

public sealed class WebimRetriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 5)]
    [InlineData(2, 30)]
    [InlineData(3, 120)]
    [InlineData(4, 600)]
    [InlineData(99, 600)]
    public void Each_wait_is_longer_than_the_one_before_up_to_ten_minutes(int attempts, int seconds) =>
        Task(attempts, Now).NextWait(wished: null, Now).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void A_wait_that_was_asked_for_is_kept() =>
        Task(0, Now).NextWait(TimeSpan.FromSeconds(40), Now).ShouldBe(TimeSpan.FromSeconds(40));

    [Fact]
    public void After_a_day_it_is_given_up() =>
        Task(150, Now.AddHours(-24)).NextWait(wished: null, Now).ShouldBeNull();

    private static DeskTask Task(int attempts, DateTimeOffset createdAt) =>
        new(1, "lane", WebimTasks.Message, null, null, Volatile: false, attempts, createdAt);
}
