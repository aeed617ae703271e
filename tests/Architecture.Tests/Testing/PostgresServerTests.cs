using System.Globalization;
using Npgsql;
using Rozmova.Testing;

namespace Rozmova.Architecture.Tests.Testing;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task Each_test_gets_an_empty_database_of_its_own()
    {
        var server = await PostgresServer.SharedAsync(CancellationToken.None);
        var one = await server.CreateDatabaseAsync(CancellationToken.None);
        var other = await server.CreateDatabaseAsync(CancellationToken.None);

        await QueryAsync(one, "create table mine (id int)");

        (await QueryAsync(one, "select to_regclass('mine')::text")).ShouldBe("mine");
        (await QueryAsync(other, "select to_regclass('mine')::text")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_knows_letters_of_every_alphabet()
    {
        var server = await PostgresServer.SharedAsync(CancellationToken.None);
        var database = await server.CreateDatabaseAsync(CancellationToken.None);

        (await QueryAsync(database, "select lower('ЇЖАК')")).ShouldBe("їжак");
    }

    [Fact]
    public async Task A_durable_server_waits_for_the_disk_and_leaves_nothing_behind()
    {
        string folder;
        await using (var server = await PostgresServer.StartAsync(durable: true))
        {
            folder = server.Folder;
            var database = await server.CreateDatabaseAsync(CancellationToken.None);

            (await QueryAsync(database, "show fsync")).ShouldBe("on");
            (await QueryAsync(database, "show synchronous_commit")).ShouldBe("on");
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    private static async Task<string?> QueryAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
