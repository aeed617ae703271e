using Rozmova.Messaging;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Desks;

/// <summary>The work of desks.</summary>
internal sealed partial class DeskStore
{
    private const string AddTask = """
        INSERT INTO desk_task (desk_id, lane, kind, subject, key, payload, in_memory, attempts, due_at, created_at)
        VALUES (@id, @Lane, @Kind, @Subject, @Key, @Payload, @Volatile, 0, @DueAt, @now)
        ON CONFLICT (desk_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING id
        """;

    public async ValueTask<IReadOnlyList<long?>> AddTasksAsync(
        Transaction transaction, DeskId id, IReadOnlyList<NewDeskTask> tasks, DateTimeOffset now)
    {
        var added = new List<long?>(tasks.Count);
        foreach (var task in tasks)
        {
            added.Add(await transaction.FindAsync<long?>(AddTask, new
            {
                id, task.Lane, task.Kind, task.Subject, task.Key, Payload = task.Volatile ? null : task.Payload?.ToArray(), task.Volatile,
                DueAt = task.DueAt ?? now, now,
            }));
        }

        return added;
    }

    private const string ListDue = """
        SELECT t.id, t.lane, t.kind, t.subject, t.payload, t.in_memory, t.attempts, t.created_at FROM desk_task t
        WHERE t.desk_id = @id AND t.finished_at IS NULL AND t.due_at <= @now AND NOT EXISTS (
            SELECT 1 FROM desk_task earlier
            WHERE earlier.desk_id = t.desk_id AND earlier.lane = t.lane AND earlier.finished_at IS NULL AND earlier.id < t.id)
        ORDER BY t.id LIMIT @most
        """;

    public ValueTask<IReadOnlyList<DeskTask>> ListDueAsync(
        DeskId id, IReadOnlyCollection<string> busy, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DeskTask>>(
            async connection =>
            [
                .. (await connection.ListAsync<TaskRow>(ListDue, new { id, now, most = most + busy.Count }, cancellationToken))
                    .Where(row => !busy.Contains(row.Lane)).Take(most).Select(row => row.ToTask()),
            ],
            cancellationToken);

    private const string NextDue = """
        SELECT due_at FROM desk_task WHERE desk_id = @id AND finished_at IS NULL AND due_at > @now ORDER BY due_at LIMIT 1
        """;

    public ValueTask<DateTimeOffset?> FindNextDueAsync(DeskId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.FindAsync<DateTimeOffset?>(NextDue, new { id, now }, cancellationToken), cancellationToken);

    private const string FindInLane = "SELECT id FROM desk_task WHERE desk_id = @id AND lane = @lane AND finished_at IS NULL LIMIT 1";

    public ValueTask<bool> IsBusyAsync(DeskId id, string lane, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<long?>(FindInLane, new { id, lane }, cancellationToken) is not null, cancellationToken);

    private const string FindAbout = "SELECT id FROM desk_task WHERE desk_id = @id AND subject = @subject AND finished_at IS NULL LIMIT 1";

    public ValueTask<bool> IsBusyWithAsync(DeskId id, Guid subject, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<long?>(FindAbout, new { id, subject }, cancellationToken) is not null, cancellationToken);

    private const string Forget = "DELETE FROM desk_task WHERE id = @task AND key IS NULL";

    private const string Finish = "UPDATE desk_task SET finished_at = @now, payload = NULL WHERE id = @task";

    public async ValueTask FinishAsync(Transaction transaction, long task, DateTimeOffset now)
    {
        if (await transaction.ExecuteAsync(Forget, new { task }) == 0)
        {
            await transaction.ExecuteAsync(Finish, new { task, now });
        }
    }

    public async ValueTask PutOffAsync(Transaction transaction, long task, DateTimeOffset dueAt) =>
        await transaction.ExecuteAsync("UPDATE desk_task SET attempts = attempts + 1, due_at = @dueAt WHERE id = @task", new { task, dueAt });

    private const string Resume = "UPDATE desk_task SET due_at = @now WHERE desk_id = @id AND finished_at IS NULL AND due_at > @now AND attempts > 0";

    public async ValueTask ResumeAsync(Transaction transaction, DeskId id, DateTimeOffset now) =>
        await transaction.ExecuteAsync(Resume, new { id, now });

    public async ValueTask TrimAsync(Transaction transaction, DateTimeOffset before) =>
        await transaction.ExecuteAsync("DELETE FROM desk_task WHERE finished_at < @before", new { before });

    private const string CountWaiting = """
        SELECT desk_id, count(*) AS waiting FROM desk_task
        WHERE finished_at IS NULL AND (attempts > 0 OR due_at <= created_at) GROUP BY desk_id
        """;

    public ValueTask<IReadOnlyDictionary<DeskId, long>> CountWaitingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<DeskId, long>>(
            async connection => (await connection.ListAsync<WaitingRow>(CountWaiting, new { }, cancellationToken))
                .ToDictionary(row => row.DeskId, row => row.Waiting),
            cancellationToken);

    private sealed record WaitingRow
    {
        public DeskId DeskId { get; init; }

        public long Waiting { get; init; }
    }

    private sealed record TaskRow
    {
        public long Id { get; init; }

        public string Lane { get; init; } = "";

        public string Kind { get; init; } = "";

        public Guid? Subject { get; init; }

        public byte[]? Payload { get; init; }

        public bool InMemory { get; init; }

        public int Attempts { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        // No bytes would become a memory of none, which is not the same as none.
        public DeskTask ToTask() =>
            new(Id, Lane, Kind, Subject, Payload is { } bytes ? bytes : default(ReadOnlyMemory<byte>?), InMemory, Attempts, CreatedAt);
    }
}
