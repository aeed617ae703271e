using System.Reflection;
using System.Runtime.Loader;

namespace Rozmova.Plugins;

/// <summary>
/// Where a plugin's assemblies live. What the program has itself is the program's, so that both mean the same types; anything else is
/// the plugin's own, by its <c>.deps.json</c> or from beside it, and may differ from plugin to plugin.
/// </summary>
internal sealed class PluginLoadContext(string assembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly))
{
    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (Exception absent) when (absent is FileNotFoundException or FileLoadException)
        {
            // The program has none, or an older one.
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
