using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Rozmova.Storage.Sqlite;

/// <summary>A few reading connections, kept open. In WAL mode they never wait for the writer, nor it for them.</summary>
internal sealed class SqliteReaders(string connectionString) : IDisposable
{
    private const int Most = 8;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _places = new(Most, Most);

    public async ValueTask<T> ReadAsync<T>(Func<DbConnection, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var connection = _idle.TryTake(out var idle) ? idle : await OpenAsync(cancellationToken);
            try
            {
                return await read(connection);
            }
            finally
            {
                _idle.Add(connection);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Of those that nobody reads with at the moment.</summary>
    public void ReleaseMemory()
    {
        for (var count = _idle.Count; count > 0 && _idle.TryTake(out var connection); count--)
        {
            connection.Execute(SqlitePragmas.ReleaseMemory);
            _idle.Add(connection);
        }
    }

    public void Dispose()
    {
        foreach (var connection in _idle)
        {
            connection.Dispose();
        }

        _places.Dispose();
    }

    private async ValueTask<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(SqlitePragmas.Reader);
        return connection;
    }
}
