using Microsoft.Extensions.Options;

namespace Rozmova.Workspace;

/// <summary>Checks the configuration as a whole and names every mistake at once.</summary>
public sealed class RozmovaOptionsValidator : IValidateOptions<RozmovaOptions>
{
    private const int ShortestKey = 16;
    private const int ShortestPassword = 8;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RozmovaOptions options)
    {
        string[] mistakes = [.. Mistakes(options)];
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(RozmovaOptions options)
    {
        if (options.Data.Length == 0)
        {
            yield return "Data must name a folder.";
        }

        if (options.Cluster.Length > 0 && options.Database.Length == 0)
        {
            yield return "Cluster needs Database to be a PostgreSQL connection string: several nodes cannot share a SQLite file.";
        }

        if (options.PublicUrl.Length > 0 && !IsReachable(options.PublicUrl))
        {
            yield return "PublicUrl must be an https address (http is allowed for loopback only), such as https://chat.example.com.";
        }

        if (options.ApiKey.Length is > 0 and < ShortestKey)
        {
            yield return $"ApiKey must have at least {ShortestKey} characters.";
        }

        if (options.AdminEmail.Length > 0 != options.AdminPassword.Length > 0)
        {
            yield return "AdminEmail and AdminPassword belong together: set both or neither.";
        }

        if (options.AdminEmail.Length > 0 && !options.AdminEmail.Contains('@'))
        {
            yield return "AdminEmail must be an e-mail address.";
        }

        if (options.AdminPassword.Length is > 0 and < ShortestPassword)
        {
            yield return $"AdminPassword must have at least {ShortestPassword} characters.";
        }
    }

    private static bool IsReachable(string publicUrl) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
