using System.CommandLine;
using Rozmova.Storage;
using Spectre.Console;

namespace Rozmova.Commands;

/// <summary><c>rozmova migrate</c>: brings the database up to date and stops, for those who want to do that apart from the start.</summary>
internal static class MigrateCommand
{
    public static Command Create() => ProgramSettings.Command(
        "migrate", "Brings the database up to date and stops. serve does the same at its start.", RunAsync);

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = RozmovaApp.Build(settings);
        var database = app.Services.GetRequiredService<Database>();
        var applied = await AnsiConsole.Status().StartAsync("Migrating…", async _ => await database.MigrateAsync(cancellationToken));
        AnsiConsole.WriteLine(await database.DescribeAsync(cancellationToken));
        AnsiConsole.WriteLine(applied.Count == 0 ? "Up to date." : $"Applied: {string.Join(", ", applied)}");
        return 0;
    }
}
