using Rozmova.Messaging;
using Rozmova.Storage.Sqlite;
using Rozmova.Testing;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Live;

namespace Rozmova.Storage.Tests.Sqlite;

/// <summary>What the journal can repeat need not wait for the disk; the journal keeps it until the disk has it.</summary>
public sealed class SyncTests : IDisposable
{
    private static readonly TimeSpan Tidied = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_request_stays_in_the_journal_until_what_it_brought_is_on_the_disk()
    {
        await using var database = await OpenAsync();
        using var journal = new SqliteJournalStore(_folder.Path, _clock);
        var request = await AppendAsync(journal);

        await StoreAsync(database, journal, request);
        (await RowsAsync(journal)).ShouldBe([request.Id]);

        _clock.Advance(TimeSpan.FromMilliseconds(100));
        _clock.Advance(Tidied);
        (await RowsAsync(journal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_that_nobody_could_repeat_brings_the_ones_before_it_to_the_disk_with_it()
    {
        await using var database = await OpenAsync();
        using var journal = new SqliteJournalStore(_folder.Path, _clock);
        var request = await AppendAsync(journal);
        await StoreAsync(database, journal, request);

        await database.WriteAsync(_ => ValueTask.FromResult(true), CancellationToken.None);

        _clock.Advance(Tidied);
        (await RowsAsync(journal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_cut_off_run_live_numbers_go_on_far_above_those_that_may_have_been_pushed()
    {
        var cutOff = new SqliteDatabase(_folder.Path, _clock);
        await cutOff.MigrateAsync(CancellationToken.None);
        await PublishAsync(cutOff);
        using var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "rozmova.db*"))
        {
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        }

        await cutOff.DisposeAsync();
        await using var next = new SqliteDatabase(copy.Path, _clock);
        await next.MigrateAsync(CancellationToken.None);

        var log = new LiveLog(next);
        (await log.ReadLastAsync(CancellationToken.None)).ShouldBe(1_000_001);
        (await log.ReadNextAsync(1, CancellationToken.None)).ShouldBeNull();
        await PublishAsync(next);
        (await log.ReadNextAsync(0, CancellationToken.None)).ShouldBe(1);
        (await log.ReadNextAsync(1, CancellationToken.None)).ShouldBe(1_000_002);
    }

    private static async Task PublishAsync(SqliteDatabase database) => await database.WriteAsync(
        transaction =>
        {
            transaction.Publish(LiveChange.ConversationReleased(new ConversationId(Guid.CreateVersion7())));
            return ValueTask.FromResult(true);
        },
        CancellationToken.None);

    private static async Task StoreAsync(SqliteDatabase database, SqliteJournalStore journal, JournalRequest request) =>
        await database.WriteAsync(
            async transaction =>
            {
                transaction.Repeatable = true;
                await journal.RemoveAsync(transaction, [request.Id]);
                return true;
            },
            CancellationToken.None);

    private static async Task<long[]> RowsAsync(SqliteJournalStore journal) =>
        [.. (await journal.ListAsync(0, 10, CancellationToken.None)).Select(row => row.Id)];

    private async Task<JournalRequest> AppendAsync(SqliteJournalStore journal)
    {
        var request = new JournalRequest(new ChannelId(Guid.CreateVersion7()), new byte[] { 1 }, _clock.GetUtcNow()) { Entries = [] };
        await journal.AppendAsync([request]);
        return request;
    }

    private async Task<SqliteDatabase> OpenAsync()
    {
        var database = new SqliteDatabase(_folder.Path, _clock);
        await database.MigrateAsync(CancellationToken.None);
        return database;
    }
}
