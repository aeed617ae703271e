using System.CommandLine;

namespace Rozmova.Commands;

/// <summary><c>rozmova serve</c>: runs until told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create() => ProgramSettings.Command(
        "serve", "Runs the program. Any configuration key may follow as --Rozmova:Key=value.", RunAsync);

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = RozmovaApp.Build(settings);
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
