using System.Net;
using Rozmova.Testing;

namespace Rozmova.Tests;

public sealed class RestartTests
{
    [Fact]
    public async Task A_key_no_longer_configured_stops_working()
    {
        using var folder = new TemporaryFolder();
        var setup = new RozmovaSetup { Data = folder.Path };
        await using (var first = await RozmovaServer.StartAsync(setup))
        {
            (await first.Client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using var second = await RozmovaServer.StartAsync(
            setup with { Settings = new Dictionary<string, string> { ["ApiKey"] = "rk_another-key-of-the-tests" } });

        (await second.Client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task It_runs_on_PostgreSQL_too()
    {
        var postgres = await PostgresServer.SharedAsync(CancellationToken.None);
        await using var server = await RozmovaServer.StartAsync(
            new RozmovaSetup { Database = await postgres.CreateDatabaseAsync(CancellationToken.None) });

        (await server.Client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_mistakes_of_the_configuration_are_told_at_once()
    {
        var settings = new Dictionary<string, string> { ["PublicUrl"] = "http://chat.example.com", ["Cluster"] = "amqp://broker", ["ApiKey"] = "short" };

        var failure = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => RozmovaServer.StartAsync(new RozmovaSetup { Settings = settings }));

        failure.Failures.Count().ShouldBe(3);
    }
}
