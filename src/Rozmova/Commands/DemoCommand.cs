using System.CommandLine;
using Rozmova.Demo;
using Spectre.Console;

namespace Rozmova.Commands;

/// <summary><c>rozmova demo</c>: the program with a simulated Telegram, a shop's web site and sample customers; no accounts needed.</summary>
internal static class DemoCommand
{
    /// <summary>Names a file that gets <c>NAME=value</c> lines once the demo is ready, for programs that drive it.</summary>
    private const string ReadyFile = "ROZMOVA_DEMO_READY_FILE";

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var data = new Option<string>("--data") { Description = "Folder for its data.", DefaultValueFactory = _ => "./demo-data" };
        var script = new Option<bool>("--script") { Description = "Plays the whole round trip unattended and prints its steps." };
        var command = new Command("demo", "The program with a simulated Telegram and sample customers; no accounts needed.") { urls, data, script };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(script)
            ? PlayAsync(cancellationToken)
            : ProgramSettings.RunAsync([.. parsed.UnmatchedTokens],
                (settings, token) => RunAsync(parsed.GetValue(urls)!, parsed.GetValue(data)!, settings, token), cancellationToken));
        return command;
    }

    private static async Task<int> PlayAsync(CancellationToken cancellationToken)
    {
        // A folder of its own: the script counts messages, so it starts from nothing.
        var folder = Directory.CreateTempSubdirectory("rozmova-demo-");
        try
        {
            return await new DemoScript(folder.FullName).RunAsync(cancellationToken);
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
            await started.Shop.ConnectAsync(started.Client, cancellationToken);
            started.Shop.OpenTheDoors();
            return started;
        });
        Print(host);
        await WriteReadyFileAsync(host, cancellationToken);
        await host.App.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static void Print(DemoHost host)
    {
        var grid = new Grid().AddColumn().AddColumn();
        grid.AddRow("Console", $"[link]{host.Address}[/]");
        grid.AddRow("Sign in", $"{DemoShop.Email}  /  {DemoShop.Password}");
        grid.AddRow("Customer's phone", $"[link]{host.PhoneAddress}[/]");
        grid.AddRow("Shop's web site", $"[link]{host.SiteAddress}[/]  with the chat, bottom right");
        grid.AddRow("API key", DemoShop.Key);
        AnsiConsole.Write(new Panel(grid).Header("Rozmova demo: three customers have written"));
        AnsiConsole.WriteLine("Stop with Ctrl+C. Started again, it goes on where it stopped.");
    }

    private static async Task WriteReadyFileAsync(DemoHost host, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(ReadyFile) is not { Length: > 0 } file)
        {
            return;
        }

        await File.WriteAllTextAsync(file + ".new", $"""
            ROZMOVA_URL='{host.Address}'
            ROZMOVA_EMAIL='{DemoShop.Email}'
            ROZMOVA_PASSWORD='{DemoShop.Password}'
            ROZMOVA_API_KEY='{DemoShop.Key}'
            TELEGRAM_SIMULATOR_URL='{host.PhoneAddress}'
            SHOP_SITE_URL='{host.SiteAddress}'

            """, cancellationToken);
        File.Move(file + ".new", file, overwrite: true); // whoever waits for it never reads half of it
    }
}
