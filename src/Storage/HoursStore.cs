using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Hours;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Hours, and which channels keep them.</summary>
internal sealed class HoursStore(Database database) : IHoursStore
{
    private const string Select = "SELECT h.id, h.name, h.time_zone, h.week, h.exceptions, h.created_at, h.updated_at FROM hours h";

    private const string List = $"{Select} ORDER BY lower(h.name), h.id";

    private const string Find = $"{Select} WHERE h.id = @id";

    private const string FindByChannel = $"{Select} JOIN hours_channel c ON c.hours_id = h.id WHERE c.channel_id = @channel";

    private const string ListChannels = "SELECT hours_id, channel_id FROM hours_channel";

    private const string Save = """
        INSERT INTO hours (id, name, time_zone, week, exceptions, created_at, updated_at)
        VALUES (@Id, @Name, @TimeZone, @Week, @Exceptions, @CreatedAt, @UpdatedAt)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone, week = excluded.week,
            exceptions = excluded.exceptions, updated_at = excluded.updated_at
        """;

    private const string LeaveChannels = "DELETE FROM hours_channel WHERE hours_id = @id";

    private const string TakeChannel = """
        INSERT INTO hours_channel (channel_id, hours_id) VALUES (@channel, @id)
        ON CONFLICT (channel_id) DO UPDATE SET hours_id = excluded.hours_id
        """;

    private const string Delete = "DELETE FROM hours WHERE id = @id";

    public ValueTask<IReadOnlyList<BusinessHours>> ListAsync(CancellationToken cancellationToken) =>
        ReadAsync(List, new { }, cancellationToken);

    public async ValueTask<BusinessHours?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(Find, new { id }, cancellationToken)).SingleOrDefault();

    public async ValueTask<BusinessHours?> FindByChannelAsync(ChannelId channel, CancellationToken cancellationToken) =>
        (await ReadAsync(FindByChannel, new { channel }, cancellationToken)).SingleOrDefault();

    public async ValueTask SaveAsync(Transaction transaction, BusinessHours hours)
    {
        await transaction.ExecuteAsync(Save, HoursRecord.Of(hours));
        await transaction.ExecuteAsync(LeaveChannels, new { id = hours.Id });
        foreach (var channel in hours.ChannelIds)
        {
            await transaction.ExecuteAsync(TakeChannel, new { channel, id = hours.Id });
        }
    }

    public async ValueTask<bool> DeleteAsync(Transaction transaction, Guid id)
    {
        await transaction.ExecuteAsync(LeaveChannels, new { id });
        return await transaction.ExecuteAsync(Delete, new { id }) == 1;
    }

    private ValueTask<IReadOnlyList<BusinessHours>> ReadAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<BusinessHours>>(
            async connection =>
            {
                var rows = await connection.ListAsync<HoursRecord>(sql, parameters, cancellationToken);
                var channels = (await connection.ListAsync<HoursChannelRecord>(ListChannels, new { }, cancellationToken))
                    .ToLookup(row => row.HoursId, row => row.ChannelId);
                return [.. rows.Select(row => row.ToHours([.. channels[row.Id]]))];
            },
            cancellationToken);

    private sealed record HoursChannelRecord
    {
        public Guid HoursId { get; init; }

        public ChannelId ChannelId { get; init; }
    }

    private sealed record HoursRecord
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public string TimeZone { get; init; } = "";

        public string Week { get; init; } = "[]";

        public string Exceptions { get; init; } = "[]";

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public static HoursRecord Of(BusinessHours hours) => new()
        {
            Id = hours.Id,
            Name = hours.Name,
            TimeZone = hours.TimeZone,
            Week = JsonSerializer.Serialize(hours.Week, StoredJson.Readable.IReadOnlyListWeekSpan),
            Exceptions = JsonSerializer.Serialize(hours.Exceptions, StoredJson.Readable.IReadOnlyListExceptionDay),
            CreatedAt = hours.CreatedAt,
            UpdatedAt = hours.UpdatedAt,
        };

        public BusinessHours ToHours(IReadOnlyList<ChannelId> channels) => new()
        {
            Id = Id,
            Name = Name,
            TimeZone = TimeZone,
            Week = JsonSerializer.Deserialize(Week, StoredJson.Readable.IReadOnlyListWeekSpan)!,
            Exceptions = JsonSerializer.Deserialize(Exceptions, StoredJson.Readable.IReadOnlyListExceptionDay)!,
            ChannelIds = channels,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
    }
}
