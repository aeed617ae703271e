using System.CommandLine;
using Rozmova.Demo;
using Spectre.Console;

namespace Rozmova.Commands;

/// <summary><c>rozmova demo</c>: the program with every messenger simulated and sample customers; no accounts needed.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var data = new Option<string>("--data") { Description = "Folder for its data.", DefaultValueFactory = _ => "./demo-data" };
        var script = new Option<bool>("--script") { Description = "Plays the round trip on each messenger unattended and prints its steps." };
        var command = new Command("demo", "The program with simulated messengers and sample customers; no accounts needed.") { urls, data, script };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => ProgramSettings.RunAsync(
            [.. parsed.UnmatchedTokens],
            (settings, token) => parsed.GetValue(script)
                ? PlayAsync(settings, token)
                : RunAsync(parsed.GetValue(urls)!, parsed.GetValue(data)!, settings, token),
            cancellationToken));
        return command;
    }

    private static async Task<int> PlayAsync(string[] settings, CancellationToken cancellationToken)
    {
        // A folder of its own: the script counts messages, so it starts from nothing.
        var folder = Directory.CreateTempSubdirectory("rozmova-demo-");
        try
        {
            return await new DemoScript(folder.FullName, settings).RunAsync(cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(string urls, string data, string[] settings, CancellationToken cancellationToken)
    {
        await using var host = await AnsiConsole.Status().StartAsync("Starting…", async _ =>
        {
            var started = await DemoHost.StartAsync(urls, data, settings, cancellationToken);
            await started.OpenTheDoorsAsync(cancellationToken);
            return started;
        });
        DemoOverview.Print(host);
        await DemoOverview.WriteReadyFileAsync(host, cancellationToken);
        await host.App.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
