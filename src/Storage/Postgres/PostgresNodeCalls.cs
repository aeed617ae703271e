using Dapper;
using Rozmova.Workspace.Live;

namespace Rozmova.Storage.Postgres;

/// <summary>Calls as notifications of the database: nothing is stored, and who listens hears them in the order of their commits.</summary>
internal sealed class PostgresNodeCalls(PostgresDatabase database) : INodeCalls
{
    private const string Call = "SELECT pg_notify('rozmova_nodes', @call)";
    private const string Listen = "LISTEN rozmova_nodes";

    public async ValueTask CallAsync(string call, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Call, new { call }, cancellationToken: cancellationToken));
    }

    public async Task ListenAsync(Action begun, Func<string, ValueTask> heard, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAloneAsync("rozmova nodes", cancellationToken);
        var waiting = new Queue<string>(); // filled while we wait below, and then alone
        connection.Notification += (_, notification) => waiting.Enqueue(notification.Payload);
        await connection.ExecuteAsync(new CommandDefinition(Listen, cancellationToken: cancellationToken));
        begun();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
            while (waiting.TryDequeue(out var call))
            {
                await heard(call);
            }
        }
    }
}
