using System.CommandLine;
using Microsoft.Extensions.Options;
using Rozmova.Demo;
using Rozmova.Storage.Sqlite;
using Rozmova.Workspace;

namespace Rozmova.Commands;

/// <summary>What the commands that run on the owner's installation share: where it listens, where its data is, any configuration key.</summary>
internal static class ProgramSettings
{
    public static Command Command(string name, string description, Func<string[], CancellationToken, Task<int>> run)
    {
        var urls = new Option<string?>("--urls") { Description = "Where to listen, http://127.0.0.1:5080 by default." };
        var data = new Option<string?>("--data") { Description = "Folder for the embedded store, media and keys, ./data by default." };
        var command = new Command(name, description) { urls, data };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string[] settings =
            [
                .. parsed.UnmatchedTokens,
                .. Setting(WebHostDefaults.ServerUrlsKey, parsed.GetValue(urls)),
                .. Setting($"{RozmovaOptions.Section}:{nameof(RozmovaOptions.Data)}", parsed.GetValue(data)),
            ];
            return await RunAsync(settings, run, cancellationToken);
        });
        return command;
    }

    /// <summary>The owner's mistakes come out in the owner's words, without a stack trace.</summary>
    public static async Task<int> RunAsync(
        string[] settings, Func<string[], CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        if (settings.FirstOrDefault(setting => !setting.StartsWith("--", StringComparison.Ordinal)) is { } stray)
        {
            return await ComplainAsync($"'{stray}' is not an option. Configuration is given as --Rozmova:Key=value.");
        }

        try
        {
            return await run(settings, cancellationToken);
        }
        catch (OptionsValidationException exception)
        {
            return await ComplainAsync(string.Join(Environment.NewLine, exception.Failures));
        }
        catch (DemoFailedException exception)
        {
            return await ComplainAsync(exception.Message);
        }
        catch (DataFolderInUseException exception)
        {
            return await ComplainAsync(exception.Message);
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await ComplainAsync($"{exception.Message} Stop what listens there, or choose another address with --urls.");
        }
        catch (System.Data.Common.DbException exception)
        {
            return await ComplainAsync($"The database cannot be used: {exception.Message}");
        }
    }

    private static IEnumerable<string> Setting(string key, string? value) => value is null ? [] : [$"--{key}={value}"];

    private static async Task<int> ComplainAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 2;
    }
}
