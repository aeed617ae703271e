using System.Text.Json.Nodes;
using Npgsql;
using Rozmova.Testing;

namespace Rozmova.Tests.Live;

/// <summary>What operators see of colleagues whose browser is connected to another node on the same PostgreSQL.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private static readonly string Conversation = Guid.CreateVersion7().ToString();
    private static readonly string Another = Guid.CreateVersion7().ToString();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rozmova-nodes-");
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());
    private RozmovaSetup _setup = null!;
    private RozmovaServer _left = null!;
    private IReadOnlyList<Operator> _crew = [];

    public async Task InitializeAsync()
    {
        _setup = new RozmovaSetup { Data = _folder.FullName, Database = await Engine.Postgres.CreateAsync() };
        _left = await RozmovaServer.StartAsync(_setup with { Time = _clock });
        _crew = await _left.HireAsync(2);
    }

    public async Task DisposeAsync()
    {
        await _left.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_colleague_at_another_node_is_seen_to_come_look_write_and_go()
    {
        await using var right = await RozmovaServer.StartAsync(_setup);
        await using var watching = await ListenAsync(_left.Address, _crew[0]);
        var working = await ListenAsync(right.Address, _crew[1]);
        (await PresenceAsync(watching)).ShouldBe("online");

        await working.SendAsync(Viewing(Conversation));
        var looking = (await ViewersAsync(watching, Conversation)).Single();
        await working.SendAsync($$"""{"type":"typing","conversationId":"{{Conversation}}"}""");
        var writing = (await ViewersAsync(watching, Conversation)).Single();
        await working.SendAsync("""{"type":"presence","presence":"away"}""");
        var presence = await PresenceAsync(watching);
        var listed = await ListedAsync();
        await working.DisposeAsync();

        looking.Text("operatorId").ShouldBe(_crew[1].Id);
        looking.Text("name").ShouldBe(_crew[1].Name);
        ((bool)looking["writing"]!).ShouldBeFalse();
        ((bool)writing["writing"]!).ShouldBeTrue();
        presence.ShouldBe("away");
        listed.ShouldBe("away");
        (await PresenceAsync(watching)).ShouldBe("offline");
    }

    [Fact]
    public async Task A_node_that_starts_later_hears_who_was_there_before()
    {
        await using var working = await ListenAsync(_left.Address, _crew[1]);
        await working.SendAsync(Viewing(Conversation));
        await ViewersAsync(working, Conversation);

        await using var right = await RozmovaServer.StartAsync(_setup);
        await using var watching = await ListenAsync(right.Address, _crew[0]);

        (await ViewersAsync(watching, Conversation)).Single().Text("operatorId").ShouldBe(_crew[1].Id);
    }

    [Fact]
    public async Task A_crowd_too_large_for_one_call_is_heard_of_too()
    {
        string[] conversations = [.. Enumerable.Range(0, 70).Select(_ => Guid.CreateVersion7().ToString())];
        var sockets = await Task.WhenAll(conversations.Select(_ => ListenAsync(_left.Address, _crew[1])));
        foreach (var (socket, conversation) in sockets.Zip(conversations))
        {
            await socket.SendAsync($$"""{"type":"typing","conversationId":"{{conversation}}"}""");
            await ViewersAsync(sockets[0], conversation);
        }

        await using var right = await RozmovaServer.StartAsync(_setup);
        await using var watching = await ListenAsync(right.Address, _crew[0]);

        var seen = new HashSet<string>();
        while (seen.Count < conversations.Length)
        {
            seen.Add((await watching.NextAsync("conversation.viewers"))["data"]!.Text("conversationId"));
        }

        seen.ShouldBe(conversations, ignoreOrder: true);
        await Task.WhenAll(sockets.Select(socket => socket.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Whoever_was_at_a_node_that_stops_is_gone_at_once()
    {
        await using var watching = await ListenAsync(_left.Address, _crew[0]);
        var right = await RozmovaServer.StartAsync(_setup);
        await using var working = await ListenAsync(right.Address, _crew[1]);
        await working.SendAsync(Viewing(Conversation));
        await ViewersAsync(watching, Conversation);

        await right.DisposeAsync();

        (await PresenceAsync(watching)).ShouldBe("offline");
        (await ViewersAsync(watching, Conversation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_was_at_a_node_that_is_killed_is_gone_within_half_a_minute_or_so()
    {
        await using var watching = await ListenAsync(_left.Address, _crew[0]);
        var right = await RozmovaProcess.StartAsync(_folder.FullName, _setup.Database);
        await using var working = await ListenAsync(right.Client.BaseAddress!, _crew[1]);
        await working.SendAsync(Viewing(Conversation));
        await ViewersAsync(watching, Conversation);

        await right.DisposeAsync();
        var before = await ListedAsync();
        _clock.Advance(TimeSpan.FromSeconds(50));

        before.ShouldBe("online");
        (await PresenceAsync(watching)).ShouldBe("offline");
        (await ViewersAsync(watching, Conversation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_missed_while_the_line_was_lost_is_asked_for()
    {
        await using var here = await RozmovaServer.StartAsync(_setup);
        await using var there = await RozmovaServer.StartAsync(_setup);
        await using var watching = await ListenAsync(here.Address, _crew[0]);
        await using var working = await ListenAsync(there.Address, _crew[1]);
        await working.SendAsync(Viewing(Conversation));
        await ViewersAsync(watching, Conversation);

        await CutLinesAsync();
        await working.SendAsync(Viewing(Another));

        (await ViewersAsync(watching, Another)).Single().Text("operatorId").ShouldBe(_crew[1].Id);
    }

    private static Task<LiveListener> ListenAsync(Uri node, Operator who) => LiveListener.ConnectAsync(node, apiKey: who.Key);

    private static async Task<List<JsonNode>> ViewersAsync(LiveListener live, string conversation)
    {
        var frame = await live.NextAsync("conversation.viewers", data => data.Text("conversationId") == conversation);
        return [.. frame["data"]!["viewers"]!.AsArray().Select(viewer => viewer!)];
    }

    private static string Viewing(string conversation) => $$"""{"type":"viewing","conversationId":"{{conversation}}"}""";

    private async Task<string> PresenceAsync(LiveListener live) =>
        (await live.NextAsync("operator.presence", data => data.Text("operatorId") == _crew[1].Id))["data"]!.Text("presence");

    private async Task<string> ListedAsync()
    {
        var operators = (await (await _crew[0].Client.GetAsync("/api/v1/operators")).JsonAsync())["items"]!.AsArray();
        return operators.Single(one => one!.Text("id") == _crew[1].Id)!.Text("presence");
    }

    /// <summary>As a restart of the database would, for those connections alone.</summary>
    private async Task CutLinesAsync()
    {
        await using var database = NpgsqlDataSource.Create(_setup.Database!);
        await using var cut = database.CreateCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rozmova nodes' AND datname = current_database()");
        await cut.ExecuteNonQueryAsync();
    }
}
