using System.Text.Json.Nodes;
using Rozmova.Testing;

namespace Rozmova.Tests.Live;

/// <summary>What operators see of each other while they work.</summary>
public sealed class ViewersTests : IAsyncLifetime
{
    private static readonly string Conversation = Guid.CreateVersion7().ToString();
    private static readonly string Another = Guid.CreateVersion7().ToString();

    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());
    private RozmovaServer _server = null!;
    private IReadOnlyList<Operator> _crew = [];

    public async Task InitializeAsync()
    {
        _server = await RozmovaServer.StartAsync(new RozmovaSetup { Time = _clock });
        _crew = await _server.HireAsync(2);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_opens_a_conversation_is_shown_to_colleagues_until_they_open_another()
    {
        await using var watching = await ListenAsync(_crew[0]);
        await using var working = await ListenAsync(_crew[1]);

        await working.SendAsync(Viewing(Conversation));
        var viewers = await ViewersAsync(watching, Conversation);
        await working.SendAsync(Viewing(Another));

        viewers.Single().Text("operatorId").ShouldBe(_crew[1].Id);
        viewers.Single().Text("name").ShouldBe(_crew[1].Name);
        Flags(viewers.Single()).ShouldBe((false, false));
        (await ViewersAsync(watching, Conversation)).ShouldBeEmpty();
        (await ViewersAsync(watching, Another)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_connects_later_is_told_who_looks_at_what()
    {
        await using var working = await ListenAsync(_crew[1]);
        await working.SendAsync(Viewing(Conversation));
        await ViewersAsync(working, Conversation);

        await using var late = await ListenAsync(_crew[0]);

        (await ViewersAsync(late, Conversation)).Single().Text("operatorId").ShouldBe(_crew[1].Id);
    }

    [Fact]
    public async Task Writing_is_shown_until_it_stops_or_pauses()
    {
        await using var watching = await ListenAsync(_crew[0]);
        await using var working = await ListenAsync(_crew[1]);

        await working.SendAsync(Typing(Conversation));
        Flags((await ViewersAsync(watching, Conversation)).Single()).ShouldBe((false, true));
        await working.SendAsync(Viewing(Conversation));
        Flags((await ViewersAsync(watching, Conversation)).Single()).ShouldBe((false, false));
        await working.SendAsync(Typing(Conversation));
        Flags((await ViewersAsync(watching, Conversation)).Single()).ShouldBe((false, true));
        _clock.Advance(TimeSpan.FromSeconds(7));

        Flags((await ViewersAsync(watching, Conversation)).Single()).ShouldBe((false, false));
    }

    [Fact]
    public async Task Who_leaves_the_keyboard_is_away_and_back_again()
    {
        await using var watching = await ListenAsync(_crew[0]);
        await using var working = await ListenAsync(_crew[1]);
        (await PresenceAsync(watching, _crew[1])).ShouldBe("online");
        await working.SendAsync(Viewing(Conversation));
        await ViewersAsync(watching, Conversation);

        await working.SendAsync("""{"type":"presence","presence":"away"}""");
        var presence = await PresenceAsync(watching, _crew[1]);
        var away = await ViewersAsync(watching, Conversation);
        var listed = await ListedAsync(_crew[1]);
        await working.SendAsync("""{"type":"presence","presence":"online"}""");

        presence.ShouldBe("away");
        listed.ShouldBe("away");
        Flags(away.Single()).ShouldBe((true, false));
        (await PresenceAsync(watching, _crew[1])).ShouldBe("online");
    }

    [Fact]
    public async Task Two_sockets_of_one_operator_are_one_person()
    {
        await using var watching = await ListenAsync(_crew[0]);
        var desk = await ListenAsync(_crew[1]);
        await using var phone = await ListenAsync(_crew[1]);
        await desk.SendAsync(Viewing(Conversation));
        await ViewersAsync(watching, Conversation);
        await phone.SendAsync(Viewing(Conversation)); // changes nothing for a colleague, so nothing is pushed
        await phone.SendAsync("""{"type":"presence","presence":"away"}""");
        await phone.SendAsync(Typing(Conversation));

        (await ViewersAsync(watching, Conversation)).ShouldHaveSingleItem();
        (await ListedAsync(_crew[1])).ShouldBe("online");
        await desk.DisposeAsync();

        (await PresenceAsync(watching, _crew[1])).ShouldBe("away");
        Flags((await ViewersAsync(watching, Conversation)).Single()).ShouldBe((true, true));
    }

    [Fact]
    public async Task Whose_socket_closes_is_gone_at_once()
    {
        await using var watching = await ListenAsync(_crew[0]);
        var working = await ListenAsync(_crew[1]);
        await working.SendAsync(Viewing(Conversation));
        await ViewersAsync(watching, Conversation);

        await working.DisposeAsync();

        (await PresenceAsync(watching, _crew[1])).ShouldBe("offline");
        (await ViewersAsync(watching, Conversation)).ShouldBeEmpty();
        (await ListedAsync(_crew[1])).ShouldBe("offline");
    }

    [Theory]
    [InlineData("""{"type":"viewing"}""")]
    [InlineData("""{"type":"viewing","conversationId":"the red one"}""")]
    [InlineData("""{"type":"viewing","conversationId":7}""")]
    [InlineData("""{"type":"typing","conversationId":null}""")]
    [InlineData("""{"type":"presence","presence":"asleep"}""")]
    [InlineData("""["viewing"]""")]
    public async Task A_frame_that_makes_no_sense_is_answered(string frame)
    {
        await using var live = await ListenAsync(_crew[0]);

        await live.SendAsync(frame);

        (await live.NextAsync("error")).Text("code").ShouldBeOneOf("unreadable", "unknown-type");
    }

    private Task<LiveListener> ListenAsync(Operator who) => LiveListener.ConnectAsync(_server.Address, apiKey: who.Key);

    private static async Task<List<JsonNode>> ViewersAsync(LiveListener live, string conversation)
    {
        var frame = await live.NextAsync("conversation.viewers", data => data.Text("conversationId") == conversation);
        return [.. frame["data"]!["viewers"]!.AsArray().Select(viewer => viewer!)];
    }

    private static async Task<string> PresenceAsync(LiveListener live, Operator who) =>
        (await live.NextAsync("operator.presence", data => data.Text("operatorId") == who.Id))["data"]!.Text("presence");

    private async Task<string> ListedAsync(Operator who)
    {
        var operators = (await (await _crew[0].Client.GetAsync("/api/v1/operators")).JsonAsync())["items"]!.AsArray();
        return operators.Single(one => one!.Text("id") == who.Id)!.Text("presence");
    }

    private static (bool Away, bool Writing) Flags(JsonNode viewer) => ((bool)viewer["away"]!, (bool)viewer["writing"]!);

    private static string Viewing(string conversation) => $$"""{"type":"viewing","conversationId":"{{conversation}}"}""";

    private static string Typing(string conversation) => $$"""{"type":"typing","conversationId":"{{conversation}}"}""";
}
