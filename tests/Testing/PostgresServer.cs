using System.Diagnostics;
using Npgsql;

namespace Rozmova.Testing;

/// <summary>
/// A PostgreSQL of our own: a fresh cluster in a temporary folder, reachable only by a socket in it. A shell keeps it and
/// listens on a pipe from us, so it ends and is wiped however this process ends, a kill included.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Keeper = """
        set -eu
        PATH="$1:$PATH"
        folder=$(mktemp -d -t rozmova-postgres-XXXXXX)
        trap '' INT TERM HUP # Ctrl+C reaches us too, but the cleaning below is for when the pipe closes
        trap 'pg_ctl -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
        initdb -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 &&
          pg_ctl -D "$folder/data" -w -l "$folder/log" -o "-k $folder $2" start >/dev/null ||
          { cat "$folder/log" >&2; exit 1; }
        chmod 755 "$folder"
        echo "$folder"
        read -r _ || true
        """;

    private const string Settings = "-c listen_addresses='' -c max_connections=500";
    private const string Hasty = " -c fsync=off -c full_page_writes=off -c synchronous_commit=off";

    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(() => StartAsync(durable: false));

    private readonly Process _keeper;
    private readonly NpgsqlDataSource _admin;
    private int _databases;

    private PostgresServer(Process keeper, string folder)
    {
        _keeper = keeper;
        _admin = NpgsqlDataSource.Create(ConnectionString(folder, "postgres"));
        Folder = folder;
    }

    /// <summary>Holds the socket, the log and the data.</summary>
    public string Folder { get; }

    /// <summary>The one server all tests of this process share, started by the first who asks.</summary>
    public static Task<PostgresServer> SharedAsync(CancellationToken cancellationToken) =>
        SharedServer.Value.WaitAsync(cancellationToken);

    /// <param name="durable">Waits for the disk on every commit, as production does; for measurements and crash tests.</param>
    public static async Task<PostgresServer> StartAsync(bool durable)
    {
        var keeper = StartKeeper(Binaries(), durable ? Settings : Settings + Hasty);
        if (await keeper.StandardOutput.ReadLineAsync() is { } folder)
        {
            return new PostgresServer(keeper, folder);
        }

        throw new InvalidOperationException("PostgreSQL did not start: " + await keeper.StandardError.ReadToEndAsync());
    }

    /// <returns>The connection string of a new, empty database.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var create = _admin.CreateCommand($"create database {name}");
        await create.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionString(Folder, name);
    }

    public async ValueTask DisposeAsync()
    {
        await _admin.DisposeAsync();
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private static Process StartKeeper(string binaries, string settings)
    {
        // PostgreSQL refuses to run as root, so root hands it to the user the package made.
        string[] user = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        string[] command = [.. user, "sh", "-c", Keeper, "postgres-keeper", binaries, settings];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static string Binaries()
    {
        const string Root = "/usr/lib/postgresql";
        var newest = Directory.Exists(Root)
            ? Directory.EnumerateFiles(Root, "initdb", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return Path.GetDirectoryName(newest)
            ?? throw new InvalidOperationException("These tests need PostgreSQL. On Debian: apt-get install postgresql");
    }

    private static string ConnectionString(string folder, string database) =>
        new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = database }.ConnectionString;
}
