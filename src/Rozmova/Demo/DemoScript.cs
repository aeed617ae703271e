using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Demo.Scenes;
using Spectre.Console;

namespace Rozmova.Demo;

/// <summary>The main job, unattended: a round trip on each messenger, a colleague is kept out, a restart loses nothing.</summary>
internal sealed class DemoScript(string data, string[] settings)
{
    private readonly DemoSteps _steps = new();
    private DemoHost? _host;

    private DemoHost Host => _host ?? throw new InvalidOperationException("The program does not run.");

    /// <summary>Takes all steps and prints their tables. Returns the process's exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await AnsiConsole.Status().StartAsync("Playing the demo…", _ => PlayAsync(cancellationToken));
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
        _steps.Print();
        return _steps.AllHeld ? 0 : 1;
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        if (!await TakeAsync("The program and the messengers start", StartAsync, cancellationToken))
        {
            return;
        }

        DemoRoundTrip[] trips = [.. Host.Stage.Scenes.Select(staged => new DemoRoundTrip(Host, staged, _steps))];
        if (await TakeAsync("Customers write on all of them, an operator answers", token => PlayAsync(trips, token), cancellationToken)
            && await TakeAsync("A colleague cannot answer as well", token => CollideAsync(trips, token), cancellationToken)
            && await AnswerAtDesksAsync(cancellationToken)
            && await TakeAsync("The program stops and starts again", RestartAsync, cancellationToken))
        {
            await TakeAsync("Nothing is lost and nothing is there twice", token => RecountAsync(trips, token), cancellationToken);
        }
    }

    private Task<bool> TakeAsync(string step, Func<CancellationToken, Task> act, CancellationToken cancellationToken) =>
        _steps.TakeAsync(DemoSteps.Program, step, act, cancellationToken);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _host = await DemoHost.StartAsync("http://127.0.0.1:0", data, settings, cancellationToken);
        foreach (var (messenger, reason) in _host.Stage.Failures)
        {
            _steps.Fail(messenger, "connected", reason);
        }
    }

    private static async Task PlayAsync(DemoRoundTrip[] trips, CancellationToken cancellationToken)
    {
        await Task.WhenAll(trips.Select(trip => trip.PlayAsync(cancellationToken)));
        DemoFailedException.Unless(Array.Exists(trips, trip => trip.Conversation is not null), "No messenger brought anything.");
    }

    private async Task CollideAsync(DemoRoundTrip[] trips, CancellationToken cancellationToken)
    {
        var taken = trips.First(trip => trip.Conversation is not null).Conversation;
        var colleague = await Host.Client.PostAsync("/api/v1/operators",
            new JsonObject { ["name"] = "Taras", ["email"] = "taras@rozmova.example", ["role"] = "operator" }, cancellationToken);
        var key = await Host.Client.PostAsync($"/api/v1/operators/{colleague["id"]}/keys", new JsonObject(), cancellationToken);
        using var refused = await Host.CreateClient((string)key["key"]!).SendAsync(
            HttpMethod.Post, $"/api/v1/conversations/{taken}/messages", DemoClient.Text("Я теж тут"), cancellationToken);
        DemoFailedException.Unless(refused.StatusCode == HttpStatusCode.Conflict, $"Expected 409, got {(int)refused.StatusCode}.");
    }

    private async Task<bool> AnswerAtDesksAsync(CancellationToken cancellationToken)
    {
        foreach (var desk in Host.Stage.Scenes.Select(staged => staged.Scene.Desk).OfType<IDemoDesk>())
        {
            if (!await TakeAsync($"Somebody answers from the {desk.Name}", Answer(desk), cancellationToken))
            {
                return false;
            }
        }

        return true;

        Func<CancellationToken, Task> Answer(IDemoDesk desk) => async token =>
        {
            await desk.ConnectAsync(Host.Client, token);
            await desk.AnswerAsync(token);
        };
    }

    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        await Host.DisposeAsync();
        _host = null;
        await StartAsync(cancellationToken);
    }

    private async Task RecountAsync(DemoRoundTrip[] trips, CancellationToken cancellationToken)
    {
        foreach (var trip in trips.Where(trip => trip.Conversation is not null))
        {
            var page = await Host.Client.GetAsync($"/api/v1/conversations/{trip.Conversation}/messages", cancellationToken);
            var said = page["items"]!.AsArray().Count(item => (string?)item!["direction"] is "inbound" or "outbound");
            DemoFailedException.Unless(
                said == DemoRoundTrip.Messages, $"Expected {DemoRoundTrip.Messages} messages with {trip.Messenger}, found {said}.");
        }
    }
}
