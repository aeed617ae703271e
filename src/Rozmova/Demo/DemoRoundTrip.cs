using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Rozmova.Demo.Scenes;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Demo;

/// <summary>On one messenger: a customer writes, an operator answers, the customer looks at it and sends a picture.</summary>
internal sealed class DemoRoundTrip(DemoHost host, StagedScene staged, DemoSteps steps)
{
    /// <summary>How many messages it leaves in the conversation.</summary>
    public const int Messages = 3;

    private readonly string _question = $"Чи є півонії? ({staged.Messenger})";
    private readonly string _answer = $"Так, рожеві й білі. ({staged.Messenger})";

    private ClientWebSocket? _feed;

    public string Messenger => staged.Messenger;

    private IDemoScene Scene => staged.Scene;

    private DemoPerson Customer => Scene.People[0];

    /// <summary>The conversation it took place in.</summary>
    public string? Conversation { get; private set; }

    /// <summary>Goes on until a step fails.</summary>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        (string Name, Func<CancellationToken, Task> Act)[] acts =
        [
            ("connected", ConnectAsync),
            ("question seen", AskAsync),
            ("answer there", AnswerAsync),
            ("sent or read", SeeAsync),
            ("picture opens", SendPictureAsync),
        ];
        foreach (var (name, act) in acts)
        {
            if (!await steps.TakeAsync(staged.Messenger, name, act, cancellationToken))
            {
                break;
            }
        }

        _feed?.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await DemoShop.ConnectAsync(host.Client, Scene, cancellationToken);
        _feed = await host.Client.ListenAsync(cancellationToken);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await Customer.WriteAsync(_question, cancellationToken);
        var seen = await WaitAsync(message => TextOf(message) == _question, cancellationToken);
        Conversation = (string)seen["conversationId"]!;
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        await host.Client.PostAsync($"/api/v1/conversations/{Conversation}/messages", DemoClient.Text(_answer), cancellationToken);
        for (var number = 0; await Customer.ReceiveAsync(number, cancellationToken) != _answer; number++)
        {
        }
    }

    private async Task SeeAsync(CancellationToken cancellationToken)
    {
        await WaitAsync(message => TextOf(message) == _answer && StateOf(message) is "sent" or "delivered" or "read", cancellationToken);
        if (Scene.SeenState != "sent")
        {
            await Customer.SeeAsync(cancellationToken);
            await WaitAsync(message => TextOf(message) == _answer && StateOf(message) == Scene.SeenState, cancellationToken);
        }
    }

    private async Task SendPictureAsync(CancellationToken cancellationToken)
    {
        var picture = Samples.Bouquet(330).Content.ToArray();
        await Customer.SendPictureAsync(picture, cancellationToken);
        var ready = await WaitAsync(message => (string?)message["content"]!["media"] == "ready", cancellationToken);
        using var file = await host.Client.SendAsync(HttpMethod.Get, (string)ready["content"]!["url"]!, null, cancellationToken);
        var bytes = await file.Content.ReadAsByteArrayAsync(cancellationToken);
        DemoFailedException.Unless(bytes.AsSpan().SequenceEqual(picture), "The picture differs from the one that was sent.");
    }

    /// <summary>The live feed tells of all messengers; before the question nobody knows the conversation.</summary>
    private Task<JsonNode> WaitAsync(Func<JsonNode, bool> wanted, CancellationToken cancellationToken) =>
        DemoClient.WaitForMessageAsync(
            _feed!,
            message => (Conversation is null || (string?)message["conversationId"] == Conversation) && wanted(message),
            cancellationToken);

    private static string? TextOf(JsonNode message) => (string?)message["content"]!["text"];

    private static string? StateOf(JsonNode message) => (string?)message["status"];
}
