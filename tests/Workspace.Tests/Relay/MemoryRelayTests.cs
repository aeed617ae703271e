using Microsoft.Extensions.Options;
using Rozmova.Testing;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Tests.Relay;

public sealed class MemoryRelayTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly MemoryRelay _relay;

    public MemoryRelayTests() => _relay = new MemoryRelay(
        Options.Create(new RelayOptions { MostItems = 3, MostBytes = 4096, Lifetime = TimeSpan.FromHours(24) }), _clock);

    public void Dispose() => _relay.Dispose();

    [Fact]
    public void What_is_kept_is_found_until_it_is_let_go()
    {
        _relay.TryKeep("a", "words", 10).ShouldBeTrue();

        _relay.Find<string>("a").ShouldBe("words");
        _relay.Find<int[]>("a").ShouldBeNull();

        _relay.Release("a");
        _relay.Find<string>("a").ShouldBeNull();
    }

    [Fact]
    public void What_has_taken_the_place_of_another_is_not_let_go_with_it()
    {
        var (first, edited) = ("first", "edited");
        _relay.TryPut("a", first, 1);
        _relay.TryPut("a", edited, 1);

        _relay.Release("a", first);
        _relay.Find<string>("a").ShouldBe(edited);
        _relay.Release("a", edited);
        _relay.Find<string>("a").ShouldBeNull();
    }

    [Fact]
    public void There_is_room_for_so_many_and_again_when_one_is_let_go()
    {
        foreach (var name in (string[])["a", "b", "c"])
        {
            _relay.TryKeep(name, name, 1).ShouldBeTrue();
        }

        _relay.TryKeep("d", "d", 1).ShouldBeFalse();
        _relay.TryKeep("a", "other", 1).ShouldBeTrue("it is there already");
        _relay.Find<string>("a").ShouldBe("a");

        _relay.Release("b");
        _relay.TryKeep("d", "d", 1).ShouldBeTrue();
    }

    [Fact]
    public void There_is_room_for_so_many_bytes()
    {
        _relay.TryKeep("large", "large", 4000).ShouldBeTrue();
        _relay.TryKeep("more", "more", 97).ShouldBeFalse();
        _relay.TryKeep("rest", "rest", 96).ShouldBeTrue();

        _relay.Release("large");
        _relay.TryKeep("more", "more", 97).ShouldBeTrue();
    }

    [Fact]
    public void What_is_put_takes_the_place_of_what_was_there_where_there_is_room_for_it()
    {
        _relay.TryKeep("a", "old", 4000).ShouldBeTrue();

        _relay.TryPut("a", "larger than all there is", 5000).ShouldBeFalse();
        _relay.Find<string>("a").ShouldBe("old");
        _relay.TryPut("a", "new", 4096).ShouldBeTrue();

        _relay.Find<string>("a").ShouldBe("new");
    }

    [Fact]
    public void Nothing_is_kept_for_longer_than_a_day()
    {
        _relay.TryKeep("old", "old", 1);
        _clock.Advance(TimeSpan.FromHours(1));
        _relay.TryKeep("young", "young", 1);

        _clock.Advance(TimeSpan.FromHours(23));

        _relay.Find<string>("old").ShouldBeNull();
        _relay.Find<string>("young").ShouldBe("young");
    }
}
