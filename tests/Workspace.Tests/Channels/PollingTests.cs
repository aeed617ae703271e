using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using Rozmova.Messaging.Platforms;
using Rozmova.Testing;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Tests.Channels;

public sealed class PollingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PolledPlatform _platform = new();
    private readonly Channel _channel = PollingHouse.NewChannel("1:x");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Updates_are_durable_before_the_next_poll_confirms_them()
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var house = await OpenAsync("", TimeProvider.System);
        house.Durable = update => update == "second" ? durable.Task : Task.CompletedTask;
        _platform.Answers.Enqueue(News("2", "first", "second"));
        await house.StartAsync();

        await Eventually.Is("the first is durable", () => house.Accepted.Contains("first"), CancellationToken.None);
        _platform.Questions.Count.ShouldBe(1);
        durable.SetResult();

        await AskedAsync(null, "2");
        house.Accepted.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task A_restart_asks_on_from_the_saved_offset()
    {
        await using (var house = await OpenAsync("", TimeProvider.System))
        {
            _platform.Answers.Enqueue(News("7", "an update"));
            await house.StartAsync();
            await AskedAsync(null, "7");
        }

        await using var again = await PollingHouse.OpenAsync(_folder.Path, "", TimeProvider.System);
        again.Know(_channel, _platform);
        await again.StartAsync();

        await AskedAsync(null, "7", "7");
    }

    [Fact]
    public async Task What_could_not_be_made_durable_is_asked_for_again()
    {
        var clock = new TestClock();
        await using var house = await OpenAsync("", clock);
        house.Durable = _ => throw new IOException("The disk is full.");
        _platform.Answers.Enqueue(News("2", "an update"));
        await house.StartAsync();
        await Eventually.Is("it waits", () => clock.ArmedTimers == 1, CancellationToken.None);

        house.Durable = _ => Task.CompletedTask;
        _platform.Answers.Enqueue(News("2", "an update"));
        clock.Advance(TimeSpan.FromSeconds(5));

        await AskedAsync(null, null, "2");
        house.Accepted.ShouldBe(["an update"]);
    }

    [Fact]
    public async Task A_failing_platform_is_reported_and_asked_again_when_it_wishes()
    {
        var clock = new TestClock();
        await using var house = await OpenAsync("", clock);
        _platform.Answers.Enqueue(new PollResult([], null, ConnectionReport.Failed("Another program polls this bot.", TimeSpan.FromSeconds(9))));
        await house.StartAsync();
        await Eventually.Is("it waits", () => clock.ArmedTimers == 1, CancellationToken.None);
        house.Reports.Single().Detail.ShouldBe("Another program polls this bot.");

        clock.Advance(TimeSpan.FromMilliseconds(8_999));
        _platform.Questions.Count.ShouldBe(1);
        _platform.Answers.Enqueue(News("1"));
        clock.Advance(TimeSpan.FromMilliseconds(1));

        await AskedAsync(null, null, "1");
        house.Reports.Last().ShouldBe(ConnectionReport.Connected);
    }

    [Fact]
    public async Task New_settings_bring_a_new_poller_after_the_old_one_is_gone_and_a_disabled_channel_has_none()
    {
        await using var house = await OpenAsync("", TimeProvider.System);
        await house.StartAsync();
        await AskedAsync([null]);

        house.Know(_channel with { Name = "Only renamed" }, _platform);
        house.Know(_channel with { Settings = new JsonObject { ["token"] = "2:y" } }, _platform);
        await AskedAsync(null, null);
        house.Know(_channel with { Enabled = false }, _platform);
        house.Know(_channel, _platform);

        await AskedAsync(null, null, null);
        _platform.MostAskers.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_processes_on_one_database_one_polls_and_the_other_takes_over()
    {
        var clock = new TestClock();
        var database = await (await PostgresServer.SharedAsync(CancellationToken.None)).CreateDatabaseAsync(CancellationToken.None);
        var first = await OpenAsync(database, clock);
        await first.StartAsync();
        await AskedAsync([null]);
        await using var second = await PollingHouse.OpenAsync(_folder.Path, database, clock);
        second.Know(_channel, _platform);
        await second.StartAsync();
        await Eventually.Is("the second waits", () => clock.ArmedTimers == 1, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.Is("the second waits again", () => clock.ArmedTimers == 1, CancellationToken.None);
        _platform.Questions.Count.ShouldBe(1);

        await first.DisposeAsync();
        clock.Advance(TimeSpan.FromSeconds(5));

        await AskedAsync(null, null);
        _platform.MostAskers.ShouldBe(1);
    }

    [Fact]
    public async Task Who_loses_the_connection_that_holds_the_lease_stops_in_mid_poll_and_another_goes_on()
    {
        var clock = new TestClock();
        var database = await (await PostgresServer.SharedAsync(CancellationToken.None)).CreateDatabaseAsync(CancellationToken.None);
        await using var first = await OpenAsync(database, clock);
        await first.StartAsync();
        await AskedAsync([null]);
        await using var second = await PollingHouse.OpenAsync(_folder.Path, database, clock);
        second.Know(_channel, _platform);
        await second.StartAsync();
        await Eventually.Is("the second waits", () => clock.ArmedTimers == 1, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(2));

        await BreakLeaseAsync(database);
        await Eventually.Is("the first stops and waits", () => _platform.Askers == 0 && clock.ArmedTimers == 2, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(3)); // the second's turn, two seconds before the first's

        await AskedAsync(null, null);
        _platform.MostAskers.ShouldBe(1);
    }

    private static async Task BreakLeaseAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var end = source.CreateCommand("""
            SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
            WHERE l.locktype = 'advisory' AND l.granted AND d.datname = current_database()
            """);
        (await end.ExecuteScalarAsync()).ShouldBe(true);
    }

    private async Task<PollingHouse> OpenAsync(string database, TimeProvider time)
    {
        var house = await PollingHouse.OpenAsync(_folder.Path, database, time);
        await house.AddAsync(_channel);
        house.Know(_channel, _platform);
        return house;
    }

    private Task AskedAsync(params string?[] offsets) => Eventually.Is(
        $"asked {offsets.Length} times", () => _platform.Questions.SequenceEqual(offsets), CancellationToken.None);

    private static PollResult News(string offset, params string[] updates) =>
        new([.. updates.Select(update => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(update))], offset, ConnectionReport.Connected);
}
