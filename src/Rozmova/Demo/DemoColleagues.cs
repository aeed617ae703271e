using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Rozmova.Demo;

/// <summary>Two who came before you: each took a conversation, one is put away until later, one has a note and a label.</summary>
internal sealed class DemoColleagues(DemoHost host)
{
    private const string Florist = "Ірина Бондар";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>They come once: at another start of the same shop they are there already.</summary>
    public async Task ComeAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var known = await host.Client.GetAsync("/api/v1/operators", limit.Token);
            if (known["items"]!.AsArray().All(one => (string?)one!["name"] != Florist))
            {
                await AnswerAsync(limit.Token);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // the shop opens without them
        {
            AnsiConsole.MarkupLineInterpolated($"[red]The colleagues did not come: {exception.Message}[/]");
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var iryna = await HireAsync(Florist, "iryna@rozmova.example", cancellationToken);
        var tom = await HireAsync("Tom Hughes", "tom@rozmova.example", cancellationToken);

        await SayAsync(iryna, "Марія Шевченко", "Так, зробимо на третину більший. На коли?", cancellationToken);
        await SayAsync(tom, "Daniel Green", "No problem, Daniel: we will bring it after five.", cancellationToken);

        var wedding = await FindAsync("Ігор Бондаренко", cancellationToken);
        var note = DemoClient.Text("Передзвонила: чекає на кошторис до четверга.");
        note["note"] = true;
        await iryna.PostAsync($"{wedding}/messages", note, cancellationToken);
        await iryna.PostAsync($"{wedding}/labels", new JsonObject { ["add"] = new JsonArray("весілля") }, cancellationToken);

        var later = TimeProvider.System.GetUtcNow().AddMinutes(90).ToString("O", CultureInfo.InvariantCulture);
        var birthday = await FindAsync("Наталія Ткаченко", cancellationToken);
        await tom.PostAsync($"{birthday}/snooze", new JsonObject { ["until"] = later }, cancellationToken);
    }

    private async Task<DemoClient> HireAsync(string name, string email, CancellationToken cancellationToken)
    {
        var hired = await host.Client.PostAsync(
            "/api/v1/operators", new JsonObject { ["name"] = name, ["email"] = email, ["role"] = "operator" }, cancellationToken);
        var key = await host.Client.PostAsync($"/api/v1/operators/{hired["id"]}/keys", new JsonObject(), cancellationToken);
        return host.CreateClient((string)key["key"]!);
    }

    private async Task SayAsync(DemoClient colleague, string person, string text, CancellationToken cancellationToken) =>
        await colleague.PostAsync($"{await FindAsync(person, cancellationToken)}/messages", DemoClient.Text(text), cancellationToken);

    /// <summary>The address of somebody's conversation, as soon as they have written.</summary>
    private async Task<string> FindAsync(string person, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await host.Client.GetAsync($"/api/v1/conversations?q={Uri.EscapeDataString(person)}", cancellationToken);
            if (found["items"]!.AsArray().FirstOrDefault() is { } conversation)
            {
                return $"/api/v1/conversations/{conversation["id"]}";
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }
}
