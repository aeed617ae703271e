using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Testing;
using Rozmova.Tests.Platforms;
using Rozmova.Workspace.Live;

namespace Rozmova.Tests.Live;

/// <summary>Who was away gets what they missed, or is told to read anew.</summary>
public sealed class LiveReplayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_was_missed_is_replayed_in_order_also_after_a_restart(Engine engine)
    {
        using var folder = new TemporaryFolder();
        var setup = new RozmovaSetup { Data = folder.Path, Database = await engine.CreateAsync() };
        long seen;
        await using (var first = await RozmovaServer.StartAsync(setup))
        {
            await using var live = await LiveListener.ConnectAsync(first.Address);
            var shop = await CustomShop.ConnectAsync(first);
            await shop.TellAsync("1", "Taras", "seen", Noon);
            seen = (long)(await live.NextAsync("message.created"))["seq"]!;
            await shop.TellAsync("2", "Taras", "missed", Noon.AddSeconds(1));
            await shop.TellAsync("3", "Taras", "missed too", Noon.AddSeconds(2));
            await live.NextAsync("message.created", data => data.Says() == "missed too");
        }

        await using var second = await RozmovaServer.StartAsync(setup);
        await using var back = await LiveListener.ConnectAsync(second.Address, seen);

        back.Joined.ShouldBe(seen);
        (await back.NextAsync("message.created"))["data"]!.Says().ShouldBe("missed");
        var last = await back.NextAsync("message.created");
        last["data"]!.Says().ShouldBe("missed too");
        ((long)last["seq"]!).ShouldBeGreaterThan(seen + 1);
    }

    [Fact]
    public async Task A_channel_that_changed_meanwhile_is_shown_as_it_is_now()
    {
        await using var server = await RozmovaServer.StartAsync();
        await using var live = await LiveListener.ConnectAsync(server.Address);
        var shop = await CustomShop.ConnectAsync(server);
        var seen = (long)(await live.NextAsync("channel.updated"))["seq"]!;
        await server.Client.PatchAsJsonAsync($"/api/v1/channels/{shop.Channel.Text("id")}", new { name = "Corner shop" });
        await live.NextAsync("channel.updated", data => data.Text("name") == "Corner shop");

        await using var back = await LiveListener.ConnectAsync(server.Address, seen);

        (await back.NextAsync("channel.updated"))["data"]!.Text("name").ShouldBe("Corner shop");
    }

    [Fact]
    public async Task Too_old_a_number_is_answered_with_a_reset_and_so_is_one_of_the_future()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await CustomShop.ConnectAsync(server);
        for (var number = 0; number < 5; number++)
        {
            await shop.TellAsync($"{number}", "Taras", $"{number}", Noon.AddSeconds(number));
        }

        await new Inbox(server.Client).EntriesAsync(await new Inbox(server.Client).ConversationOfAsync("Taras"), 5);
        await server.Services.GetRequiredService<ILiveLog>().TrimAsync(keep: 2, CancellationToken.None);

        await using var old = await LiveListener.ConnectAsync(server.Address, after: 1);
        await using var future = await LiveListener.ConnectAsync(server.Address, after: 1_000_000);

        (await old.NextAsync()).Text("type").ShouldBe("reset");
        (await future.NextAsync()).Text("type").ShouldBe("reset");
        future.Joined.ShouldBe(old.Joined);
    }
}
