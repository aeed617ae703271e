using System.Buffers.Binary;
using Dapper;
using Npgsql;
using Rozmova.Messaging;
using Rozmova.Workspace.Channels;

namespace Rozmova.Storage.Postgres;

/// <summary>Leases as session locks, each on a connection of its own: the server gives them back when the connection ends.</summary>
internal sealed class PostgresChannelLeases(PostgresDatabase database) : IChannelLeases
{
    private const string Take = "SELECT pg_try_advisory_lock(@key)";
    private const string GiveBack = "SELECT pg_advisory_unlock(@key)";

    public async ValueTask<IChannelLease?> TryTakeAsync(ChannelId id, CancellationToken cancellationToken)
    {
        var key = KeyOf(id);
        var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Take, new { key }, cancellationToken: cancellationToken)))
        {
            return new Lease(connection, key);
        }

        await connection.DisposeAsync();
        return null;
    }

    // The second half of a version 7 UUID is chance.
    private static long KeyOf(ChannelId id) => BinaryPrimitives.ReadInt64BigEndian(id.Value.ToByteArray(bigEndian: true).AsSpan(8));

    private sealed class Lease : IChannelLease
    {
        private readonly CancellationTokenSource _lost = new();
        private readonly CancellationTokenSource _end = new();
        private readonly NpgsqlConnection _connection;
        private readonly long _key;
        private readonly Task _watch;

        public Lease(NpgsqlConnection connection, long key)
        {
            _connection = connection;
            _key = key;
            _watch = WatchAsync();
        }

        public CancellationToken Lost => _lost.Token;

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _watch;
            if (!_lost.IsCancellationRequested)
            {
                // A pooled connection lives on, and the lock with it.
                await _connection.ExecuteAsync(GiveBack, new { key = _key });
            }

            await _connection.DisposeAsync();
            _end.Dispose();
            _lost.Dispose();
        }

        /// <summary>Listens on the idle connection: it breaks as soon as the server is gone.</summary>
        private async Task WatchAsync()
        {
            try
            {
                while (true)
                {
                    await _connection.WaitAsync(_end.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // Given back.
            }
            catch (Exception) // whatever broke the connection, the lock went with it
            {
                await _lost.CancelAsync();
            }
        }
    }
}
