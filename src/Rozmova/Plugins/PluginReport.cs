using Rozmova.Messaging;

namespace Rozmova.Plugins;

/// <summary>Says at start which plugins are in and which are not.</summary>
internal sealed partial class PluginReport(IReadOnlyList<Plugin> plugins, ILogger<PluginReport> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var plugin in plugins)
        {
            if (plugin.Failure is { } failure)
            {
                LeftOut(logger, failure, plugin.Assembly, failure.Message);
            }
            else
            {
                Added(logger, plugin.Assembly, string.Join(", ", plugin.Platforms));
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventIds.Host + 2, LogLevel.Information, "Plugin {Assembly} brings platform {Platforms}.")]
    private static partial void Added(ILogger logger, string assembly, string platforms);

    [LoggerMessage(EventIds.Host + 3, LogLevel.Error, "Plugin {Assembly} is left out. {Reason}")]
    private static partial void LeftOut(ILogger logger, Exception exception, string assembly, string reason);
}
