using System.CommandLine;
using Microsoft.Extensions.Options;
using Rozmova.Workspace;

namespace Rozmova.Commands;

/// <summary><c>rozmova serve</c>: runs until told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls") { Description = "Where to listen, http://127.0.0.1:5080 by default." };
        var data = new Option<string?>("--data") { Description = "Folder for the embedded store, media and keys, ./data by default." };
        var command = new Command("serve", "Runs the program. Any configuration key may follow as --Rozmova:Key=value.")
        {
            urls, data,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string[] settings = [.. parsed.UnmatchedTokens, .. Setting(WebHostDefaults.ServerUrlsKey, parsed.GetValue(urls)),
                .. Setting($"{RozmovaOptions.Section}:{nameof(RozmovaOptions.Data)}", parsed.GetValue(data))];
            return await RunAsync(settings, cancellationToken);
        });
        return command;
    }

    private static IEnumerable<string> Setting(string key, string? value) => value is null ? [] : [$"--{key}={value}"];

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        if (settings.FirstOrDefault(setting => !setting.StartsWith("--", StringComparison.Ordinal)) is { } stray)
        {
            await Console.Error.WriteLineAsync($"'{stray}' is not an option. Configuration is given as --Rozmova:Key=value.");
            return 2;
        }

        try
        {
            await using var app = RozmovaApp.Build(settings);
            await app.StartAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (OptionsValidationException exception) // the owner's mistakes, in the owner's words
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, exception.Failures));
            return 2;
        }
    }
}
