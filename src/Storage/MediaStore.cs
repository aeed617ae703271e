using Rozmova.Messaging;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Files on either engine.</summary>
internal sealed class MediaStore(Database database) : IMediaStore
{
    private const string Columns =
        "id, channel_id, message_id, file_name, mime_type, size, state, remote_key, attempts, due_at, error, created_at";

    private const string Find = $"SELECT {Columns} FROM media WHERE id = @id";

    public ValueTask<MediaFile?> FindAsync(MediaId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<MediaFile>(Find, new { id }, cancellationToken), cancellationToken);

    public async ValueTask<MediaFile?> LockAsync(Transaction transaction, MediaId id) =>
        await transaction.FindAsync<MediaFile>($"{Find} {database.ForUpdate}", new { id });

    private const string MessageOf = "SELECT message_id FROM media WHERE id = @id";

    public async ValueTask<MessageId?> FindMessageOfAsync(Transaction transaction, MediaId id) =>
        await transaction.FindAsync<MessageId?>(MessageOf, new { id });

    private const string Add = $"""
        INSERT INTO media ({Columns})
        VALUES (@Id, @ChannelId, @MessageId, @FileName, @MimeType, @Size, @State, @RemoteKey, @Attempts, @DueAt, @Error, @CreatedAt)
        """;

    public async ValueTask AddAsync(Transaction transaction, MediaFile file) => await transaction.ExecuteAsync(Add, file);

    private const string Save = """
        UPDATE media SET mime_type = @MimeType, size = @Size, state = @State, attempts = @Attempts, due_at = @DueAt, error = @Error
        WHERE id = @Id
        """;

    public async ValueTask SaveAsync(Transaction transaction, MediaFile file) => await transaction.ExecuteAsync(Save, file);

    public async ValueTask RemoveAsync(Transaction transaction, MediaId id) =>
        await transaction.ExecuteAsync("DELETE FROM media WHERE id = @id", new { id });

    private const string DueChannels = "SELECT DISTINCT channel_id FROM media WHERE due_at <= @now";

    public ValueTask<IReadOnlyList<ChannelId>> ListDueChannelsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.ListAsync<ChannelId>(DueChannels, new { now }, cancellationToken), cancellationToken);

    private string TakeDue => $"""
        UPDATE media SET attempts = attempts + 1, due_at = @until
        WHERE id IN (SELECT id FROM media WHERE channel_id = @channel AND due_at <= @now ORDER BY due_at, id LIMIT @most {database.ForUpdate})
        RETURNING {Columns}
        """;

    public async ValueTask<IReadOnlyList<MediaFile>> TakeDueAsync(
        Transaction transaction, ChannelId channel, DateTimeOffset now, DateTimeOffset until, int most) =>
        await transaction.QueryAsync<MediaFile>(TakeDue, new { channel, now, until, most });

    private const string NextDue = "SELECT due_at FROM media WHERE due_at > @now ORDER BY due_at LIMIT 1";

    public ValueTask<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<DateTimeOffset?>(NextDue, new { now }, cancellationToken), cancellationToken);

    private const string Resume = "UPDATE media SET due_at = @now WHERE due_at > @now";

    public async ValueTask ResumeAsync(Transaction transaction, DateTimeOffset now) => await transaction.ExecuteAsync(Resume, new { now });
}
