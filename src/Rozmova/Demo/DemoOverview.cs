using Rozmova.Demo.Scenes;
using Spectre.Console;

namespace Rozmova.Demo;

/// <summary>What one has to know to look around: printed for people, and written to a file for programs.</summary>
internal static class DemoOverview
{
    /// <summary>Names a file that gets <c>NAME=value</c> lines once the demo is ready, for programs that drive it.</summary>
    private const string ReadyFile = "ROZMOVA_DEMO_READY_FILE";

    public static void Print(DemoHost host)
    {
        var grid = new Grid().AddColumn().AddColumn();
        grid.AddRow("Console", host.Client.Address.ToString());
        grid.AddRow("Sign in", Markup.Escape($"{host.Options.AdminEmail}  /  {host.Options.AdminPassword}"));
        grid.AddRow("API key", Markup.Escape(host.Options.ApiKey));
        foreach (var page in PagesOf(host))
        {
            grid.AddRow(page.Label, page.Address.ToString());
        }

        grid.AddEmptyRow();
        foreach (var start in SceneList.All)
        {
            grid.AddRow(start.Messenger, LineOf(host.Stage, start.Messenger));
        }

        AnsiConsole.Write(new Panel(grid).Header("Rozmova demo: a flower shop's morning"));
        AnsiConsole.WriteLine("Answer somebody: they react. Stop with Ctrl+C. Started again, it goes on where it stopped.");
    }

    public static async Task WriteReadyFileAsync(DemoHost host, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(ReadyFile) is not { Length: > 0 } file)
        {
            return;
        }

        string[] lines =
        [
            $"ROZMOVA_URL='{host.Client.Address}'",
            $"ROZMOVA_EMAIL='{host.Options.AdminEmail}'",
            $"ROZMOVA_PASSWORD='{host.Options.AdminPassword}'",
            $"ROZMOVA_API_KEY='{host.Options.ApiKey}'",
            .. PagesOf(host).Select(page => $"{page.Variable}='{page.Address}'"),
        ];
        await File.WriteAllLinesAsync(file + ".new", lines, cancellationToken);
        File.Move(file + ".new", file, overwrite: true); // whoever waits for it never reads half of it
    }

    private static IEnumerable<DemoPage> PagesOf(DemoHost host) => host.Stage.Scenes.SelectMany(staged => staged.Scene.Pages);

    private static string LineOf(DemoStage stage, string messenger)
    {
        if (stage.Failures.TryGetValue(messenger, out var reason))
        {
            return $"[red]{Markup.Escape(reason)}[/]";
        }

        var scene = stage.Scenes.First(staged => staged.Messenger == messenger).Scene;
        return Markup.Escape(string.Join(", ", scene.People.Select(person => person.Name)));
    }
}
