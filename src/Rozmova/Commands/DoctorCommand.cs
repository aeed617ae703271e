using System.CommandLine;
using Rozmova.Diagnosis;
using Spectre.Console;

namespace Rozmova.Commands;

/// <summary><c>rozmova doctor</c>: looks at everything an installation stands on and says how to mend what is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create() => ProgramSettings.Command(
        "doctor", "Checks database, disk, clock and every channel, and says how to mend what is wrong. Safe while the program runs.", RunAsync);

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = RozmovaApp.Build(settings);
        var findings = new List<Finding>();
        await AnsiConsole.Status().StartAsync("Looking…", async status =>
        {
            await foreach (var finding in new Doctor(app.Services).ExamineAsync(cancellationToken))
            {
                findings.Add(finding);
                status.Status($"{Markup.Escape(finding.Check)}: done. Looking on…");
            }
        });
        Print(findings);
        return findings.Exists(finding => finding.Health == Health.Bad) ? 1 : 0;
    }

    private static void Print(List<Finding> findings)
    {
        var table = new Table().AddColumn("Check").AddColumn("Result").AddColumn("What was found, and what to do");
        foreach (var finding in findings)
        {
            table.AddRow(Markup.Escape(finding.Check), Word(finding.Health), Markup.Escape(finding.Detail));
        }

        AnsiConsole.Write(table);
    }

    private static string Word(Health health) => health switch
    {
        Health.Good => "[green]good[/]",
        Health.Doubtful => "[yellow]look[/]",
        _ => "[red]bad[/]",
    };
}
