using Rozmova.Messaging.Platforms;
using Rozmova.Workspace;

namespace Rozmova.Plugins;

/// <summary>Brings in the platforms of the <c>plugins</c> folders: the one in the data folder, and the one beside the program.</summary>
internal static class PluginsModule
{
    private const string Folder = "plugins";

    /// <summary>
    /// Adds every plugin that works on its own and with what is registered already. One that does not is left out: what was wrong is
    /// logged once the program starts.
    /// </summary>
    public static void AddPlugins(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(RozmovaOptions.Section).Get<RozmovaOptions>() ?? new RozmovaOptions();
        string[] folders = [Path.Combine(options.Data, Folder), Path.Combine(AppContext.BaseDirectory, Folder)];
        List<Plugin> plugins = [.. folders.SelectMany(PluginFolder.List).Select(assembly => Add(builder.Services, assembly))];
        if (plugins.Count > 0)
        {
            builder.Services.AddHostedService(services => new PluginReport(plugins, services.GetRequiredService<ILogger<PluginReport>>()));
        }
    }

    private static Plugin Add(IServiceCollection services, string assembly)
    {
        try
        {
            var added = new ServiceCollection();
            foreach (var module in PluginFolder.Load(assembly))
            {
                module.Add(added);
            }

            var keys = Try(services, added);
            foreach (var service in added)
            {
                services.Add(service);
            }

            return new Plugin(assembly, keys, Failure: null);
        }
        catch (Exception failure) // a plugin is somebody else's code: whatever it throws is its own, and told in the log
        {
            return new Plugin(assembly, [], failure);
        }
    }

    /// <summary>Makes the platforms once, for a try, so that what cannot be made or clashes with another does not stop the program later.</summary>
    private static string[] Try(IServiceCollection services, IServiceCollection added)
    {
        var known = KeysOf([.. services]);
        string[] all = KeysOf([.. services, .. added]);
        string[] keys = [.. all.Skip(known.Length)];
        return keys switch
        {
            [] => throw new InvalidOperationException("It registers no IPlatform."),
            _ when keys.FirstOrDefault(known.Contains) is { } taken => throw new InvalidOperationException($"There is a platform '{taken}' already."),
            _ => keys,
        };
    }

    private static string[] KeysOf(ServiceDescriptor[] services)
    {
        IServiceCollection trial = new ServiceCollection();
        foreach (var service in services)
        {
            trial.Add(service);
        }

        var provider = trial.BuildServiceProvider();
        string[] keys = [.. provider.GetServices<IPlatform>().Select(platform => platform.Key)];
        _ = provider.DisposeAsync().AsTask(); // nothing in it was started, so there is nothing to wait for
        return keys;
    }
}

/// <summary>What came of a plugin: the platforms it brought, or why it brought none.</summary>
internal sealed record Plugin(string Assembly, IReadOnlyList<string> Platforms, Exception? Failure);
