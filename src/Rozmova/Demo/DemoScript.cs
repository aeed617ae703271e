using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;
using Spectre.Console;

namespace Rozmova.Demo;

/// <summary>The main job, unattended: a customer writes, an operator answers, a colleague is kept out, a restart loses nothing.</summary>
internal sealed class DemoScript(string data)
{
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(20);

    private readonly List<(string Step, TimeSpan Took, string? Failure)> _steps = [];
    private DemoHost? _host;
    private ClientWebSocket? _feed;

    private DemoHost Host => _host ?? throw new InvalidOperationException("The program does not run.");

    private DemoClient Client => Host.Client;

    /// <summary>Runs all steps and prints their table. Returns the process's exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await AnsiConsole.Status().StartAsync("Playing the demo…", _ => PlayAsync(cancellationToken));
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        Print();
        return _steps.TrueForAll(step => step.Failure is null) ? 0 : 1;
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        Customer? olena = null;
        JsonNode? written = null;
        (string Name, Func<CancellationToken, Task> Act)[] steps =
        [
            ("The program starts", StartAsync),
            ("An admin connects a Telegram bot", token => Host.Shop.ConnectAsync(Client, token)),
            ("An operator opens the live feed", async token =>
            {
                _feed = await Client.ListenAsync(token);
                await DemoClient.WaitForAsync(_feed, "hello", _ => true, token);
            }),
            ("A customer writes, the operator sees it live", async token =>
            {
                olena = Host.Shop.Invite("Олена", "Коваль", 5_551_000_001);
                olena.SendText("Чи є півонії?");
                written = await DemoClient.WaitForAsync(_feed!, "message.created", data => Text(data) == "Чи є півонії?", token);
            }),
            ("The operator answers, the customer has it", async token =>
            {
                await ReplyAsync(written!, "Так, рожеві й білі.", token);
                await olena!.WaitForMessageAsync(message => message.Text == "Так, рожеві й білі.", token);
            }),
            ("The answer's state becomes sent", token => DemoClient.WaitForAsync(_feed!, "message.updated",
                data => Text(data) == "Так, рожеві й білі." && (string?)data["status"] == "sent", token)),
            ("The customer sends a photo, it can be opened", async token => await PhotoAsync(olena!, token)),
            ("A colleague cannot answer as well", token => CollideAsync(written!, token)),
            ("The program stops and starts again", RestartAsync),
            ("Nothing is lost and nothing is there twice", token => RecountAsync(written!, token)),
        ];
        foreach (var (name, act) in steps)
        {
            if (!await StepAsync(name, act, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken) =>
        _host = await DemoHost.StartAsync("http://127.0.0.1:0", data, [], cancellationToken);

    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        _feed!.Dispose();
        await Host.DisposeAsync();
        _host = null;
        await StartAsync(cancellationToken);
    }

    private Task<JsonNode> ReplyAsync(JsonNode to, string text, CancellationToken cancellationToken) => Client.PostAsync(
        $"/api/v1/conversations/{to["conversationId"]}/messages",
        new JsonObject { ["content"] = new JsonObject { ["type"] = "text", ["text"] = text } }, cancellationToken);

    private async Task PhotoAsync(Customer customer, CancellationToken cancellationToken)
    {
        customer.SendPhoto(new SimulatedFile("flowers.png", "image/png", DemoPicture.Png));
        var ready = await DemoClient.WaitForAsync(_feed!, "message.updated", data => (string?)data["content"]!["media"] == "ready", cancellationToken);
        using var file = await Client.SendAsync(HttpMethod.Get, (string)ready["content"]!["url"]!, null, cancellationToken);
        var bytes = await file.Content.ReadAsByteArrayAsync(cancellationToken);
        Require(bytes.AsSpan().SequenceEqual(DemoPicture.Png), "The file differs from the one that was sent.");
    }

    private async Task CollideAsync(JsonNode message, CancellationToken cancellationToken)
    {
        var colleague = await Client.PostAsync("/api/v1/operators",
            new JsonObject { ["name"] = "Taras", ["email"] = "taras@rozmova.example", ["role"] = "operator" }, cancellationToken);
        var key = await Client.PostAsync($"/api/v1/operators/{colleague["id"]}/keys", new JsonObject(), cancellationToken);
        var http = Host.App.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var refused = await new DemoClient(http, Host.Address, (string)key["key"]!).SendAsync(
            HttpMethod.Post, $"/api/v1/conversations/{message["conversationId"]}/messages",
            new JsonObject { ["content"] = new JsonObject { ["type"] = "text", ["text"] = "Я теж тут" } }, cancellationToken);
        Require(refused.StatusCode == HttpStatusCode.Conflict, $"Expected 409, got {(int)refused.StatusCode}.");
    }

    private async Task RecountAsync(JsonNode message, CancellationToken cancellationToken)
    {
        var page = await Client.GetAsync($"/api/v1/conversations/{message["conversationId"]}/messages", cancellationToken);
        var said = page["items"]!.AsArray().Where(item => (string?)item!["direction"] is "inbound" or "outbound").ToArray();
        Require(said.Length == 3, $"Expected three messages, found {said.Length}.");
    }

    private async Task<bool> StepAsync(string name, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StepLimit);
        var started = Stopwatch.GetTimestamp();
        string? failure = null;
        try
        {
            await act(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failure = $"It did not happen within {StepLimit.TotalSeconds:0} seconds.";
        }
        catch (Exception exception) when (exception is not OperationCanceledException) // becomes the step's row and the exit code
        {
            failure = exception.Message;
        }

        _steps.Add((name, Stopwatch.GetElapsedTime(started), failure));
        return failure is null;
    }

    private void Print()
    {
        var table = new Table().AddColumn("Step").AddColumn(new TableColumn("ms").RightAligned()).AddColumn("Result");
        foreach (var (step, took, failure) in _steps)
        {
            table.AddRow(Markup.Escape(step), $"{took.TotalMilliseconds:0}", failure is null ? "[green]ok[/]" : $"[red]{Markup.Escape(failure)}[/]");
        }

        AnsiConsole.Write(table);
    }

    private static string? Text(JsonNode message) => (string?)message["content"]?["text"];

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new DemoFailedException(otherwise);
        }
    }
}
