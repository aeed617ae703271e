using Dapper;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Rozmova.Storage.Postgres;

/// <summary>
/// The full-text index of messages takes new words into a list first. Whoever fills it to its limit has to sort it in, which took a batch
/// more than a second; here it is done beside the writers, a little every second, and a search has less of the list to read through.
/// HOT: measured by the end-to-end benchmark.
/// </summary>
internal sealed class PostgresMessageWords(Database database, TimeProvider time) : BackgroundService
{
    private const string SortIn = "SELECT gin_clean_pending_list('message_text')";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database is not PostgresDatabase postgres)
        {
            return;
        }

        var sorted = 0L;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (postgres.Published != sorted)
            {
                sorted = postgres.Published;
                await SortInAsync(postgres, stoppingToken);
            }
        }
    }

    private static async ValueTask SortInAsync(PostgresDatabase postgres, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await postgres.Source.OpenConnectionAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(SortIn, commandTimeout: 0, cancellationToken: cancellationToken));
        }
        catch (NpgsqlException)
        {
            // The database is away, which everybody else hears too; the list waits.
        }
    }
}
