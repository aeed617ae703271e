using System.Net;
using Rozmova.Testing;

namespace Rozmova.Tests.Api;

public sealed class HealthTests
{
    [Fact]
    public async Task Without_its_database_the_program_is_alive_but_not_ready()
    {
        var postgres = await PostgresServer.StartAsync(durable: false);
        var setup = new RozmovaSetup { Database = await postgres.CreateDatabaseAsync(CancellationToken.None) };
        await using var server = await RozmovaServer.StartAsync(setup);
        (await server.Anonymous.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await postgres.DisposeAsync();

        (await server.Anonymous.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await server.Anonymous.GetAsync("/health/ready")).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "not-ready");
    }
}
