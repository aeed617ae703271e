using Rozmova.Testing;

namespace Rozmova.Architecture.Tests.Testing;

public sealed class EventuallyTests
{
    [Fact]
    public async Task It_returns_once_the_condition_holds()
    {
        var looks = 0;

        await Eventually.Is("the third look", () => ++looks == 3, CancellationToken.None);

        looks.ShouldBe(3);
    }

    [Fact]
    public async Task What_never_comes_is_named_in_the_failure()
    {
        var waiting = Eventually.Is(
            "the answer is stored", () => Task.FromResult(false), TimeSpan.FromMilliseconds(50), CancellationToken.None);

        (await Should.ThrowAsync<TimeoutException>(waiting)).Message.ShouldContain("the answer is stored");
    }

    [Fact]
    public async Task A_condition_that_hangs_is_bounded_too()
    {
        var never = new TaskCompletionSource<bool>();

        var waiting = Eventually.Is("anything", () => never.Task, TimeSpan.FromMilliseconds(50), CancellationToken.None);

        await Should.ThrowAsync<TimeoutException>(waiting);
    }

    [Fact]
    public async Task A_condition_that_throws_fails_the_wait_at_once()
    {
        Func<bool> broken = () => throw new InvalidDataException();

        var waiting = Eventually.Is("anything", broken, CancellationToken.None);

        await Should.ThrowAsync<InvalidDataException>(waiting);
    }
}
