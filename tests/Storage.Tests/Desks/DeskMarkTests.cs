using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Storage.Desks;
using Rozmova.Testing;
using Rozmova.Workspace;
using Rozmova.Workspace.Desks;

namespace Rozmova.Storage.Tests.Desks;

public sealed class SqliteDeskMarkTests() : DeskMarkTests(Engine.SqliteAsync);

public sealed class PostgresDeskMarkTests() : DeskMarkTests(Engine.PostgresAsync);

/// <summary>What desks remember and what they forget, and what they have to do.</summary>
public abstract class DeskMarkTests(Func<Task<Engine>> open) : IAsyncLifetime
{
    private Engine _engine = null!;
    private DeskId _desk;
    private DeskId _other;

    private static CancellationToken Never => CancellationToken.None;

    private TestClock Clock => _engine.Clock;

    private DeskMarkStore Marks => new(_engine.Database);

    private DeskStore Store => new(_engine.Database);

    public async Task InitializeAsync()
    {
        _engine = await open();
        (_desk, _other) = (await AddDeskAsync("one"), await AddDeskAsync("other"));
    }

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task What_was_not_put_again_for_long_is_forgotten_and_nothing_else()
    {
        await PutAsync(_desk, "notice", "old", "1");
        await PutAsync(_desk, "notice", "renewed", "1");
        await PutAsync(_desk, "visitor", "old", "1");
        await PutAsync(_other, "notice", "old", "1");
        Clock.Advance(TimeSpan.FromDays(60));
        await PutAsync(_desk, "notice", "renewed", "2");
        Clock.Advance(TimeSpan.FromDays(60));

        (await ForgetAsync("notice", TimeSpan.FromDays(90))).ShouldBe(1);

        (await FindAsync(_desk, "notice", "old")).ShouldBeNull();
        (await FindAsync(_desk, "notice", "renewed")).ShouldBe("2");
        (await FindAsync(_desk, "visitor", "old")).ShouldBe("1");
        (await FindAsync(_other, "notice", "old")).ShouldBe("1");
    }

    [Fact]
    public async Task Kinds_that_begin_alike_are_forgotten_together()
    {
        await PutAsync(_desk, "held:me", "a", "");
        await PutAsync(_desk, "held:you", "b", "");
        await PutAsync(_desk, "hel", "c", "");
        Clock.Advance(TimeSpan.FromDays(400));
        await PutAsync(_desk, "held:you", "d", "");

        (await ForgetAsync("held:*", TimeSpan.FromDays(365))).ShouldBe(2);

        (await Marks.ListAsync(_desk, "held:you", Never)).ShouldHaveSingleItem().Name.ShouldBe("d");
        (await FindAsync(_desk, "hel", "c")).ShouldBe("");
    }

    [Fact]
    public async Task So_many_are_forgotten_at_once_and_the_rest_next_time()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await PutAsync(_desk, "theirs", $"{number}", "");
        }

        Clock.Advance(TimeSpan.FromDays(91));

        (await ForgetAsync("theirs", TimeSpan.FromDays(90), most: 3)).ShouldBe(3);
        (await ForgetAsync("theirs", TimeSpan.FromDays(90), most: 3)).ShouldBe(2);
        (await ForgetAsync("theirs", TimeSpan.FromDays(90), most: 3)).ShouldBe(0);
    }

    [Fact]
    public async Task A_lane_and_a_subject_are_busy_until_their_work_is_finished()
    {
        var subject = Guid.CreateVersion7(Clock.GetUtcNow());
        await _engine.Database.WriteAsync(
            transaction => Store.AddTasksAsync(transaction, _desk, [new NewDeskTask("lane", "file", subject)], Clock.GetStoredNow()), Never);
        (await Store.IsBusyAsync(_desk, "lane", Never)).ShouldBeTrue();
        (await Store.IsBusyAsync(_desk, "another", Never)).ShouldBeFalse();
        (await Store.IsBusyAsync(_other, "lane", Never)).ShouldBeFalse();
        (await Store.IsBusyWithAsync(_desk, subject, Never)).ShouldBeTrue();

        var task = (await Store.ListDueAsync(_desk, [], Clock.GetStoredNow(), 9, Never)).ShouldHaveSingleItem();
        await WriteAsync(transaction => Store.FinishAsync(transaction, task.Id, Clock.GetStoredNow()));

        (await Store.IsBusyAsync(_desk, "lane", Never)).ShouldBeFalse();
        (await Store.IsBusyWithAsync(_desk, subject, Never)).ShouldBeFalse();
    }

    private async Task<DeskId> AddDeskAsync(string name)
    {
        var now = Clock.GetStoredNow();
        var desk = new Desk
        {
            Id = new DeskId(Guid.CreateVersion7(now)),
            Kind = "paper",
            Name = name,
            Settings = new JsonObject(),
            State = ConnectionState.Connected,
            CreatedAt = now,
            UpdatedAt = now,
        };
        (await _engine.Database.WriteAsync(transaction => Store.AddAsync(transaction, desk), Never)).ShouldBeTrue();
        return desk.Id;
    }

    private Task PutAsync(DeskId desk, string kind, string name, string value) =>
        WriteAsync(transaction => Marks.PutAsync(transaction, desk, kind, name, value, Clock.GetStoredNow()));

    private ValueTask<string?> FindAsync(DeskId desk, string kind, string name) => Marks.FindAsync(desk, kind, name, Never);

    private ValueTask<int> ForgetAsync(string kind, TimeSpan kept, int most = 100) => _engine.Database.WriteAsync(
        transaction => Marks.RemoveOlderAsync(transaction, _desk, kind, Clock.GetStoredNow() - kept, most), Never);

    private async Task WriteAsync(Func<Workspace.Transactions.Transaction, ValueTask> write) => await _engine.Database.WriteAsync(
        async transaction =>
        {
            await write(transaction);
            return true;
        },
        Never);
}
