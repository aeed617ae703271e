using Rozmova.Messaging.Platforms;

namespace Rozmova.Plugins;

/// <summary>
/// A folder of plugins. A plugin is a folder <c>Name/</c> with a <c>Name.dll</c> and what that needs, or an assembly on its own.
/// </summary>
internal static class PluginFolder
{
    /// <summary>The assemblies of this folder that are plugins, by name; none where there is no folder.</summary>
    public static IEnumerable<string> List(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.dll")
            .Concat(Directory.EnumerateDirectories(folder).Select(sub => Path.Combine(sub, $"{Path.GetFileName(sub)}.dll")))
            .Order(StringComparer.Ordinal)
        : [];

    /// <summary>Loads an assembly and makes its modules. Throws what loading and constructing throw.</summary>
    public static IReadOnlyList<IPlatformModule> Load(string assembly)
    {
        var path = Path.GetFullPath(assembly);
        Type[] modules =
        [
            .. new PluginLoadContext(path).LoadFromAssemblyPath(path).GetExportedTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPlatformModule))),
        ];
        return modules.Length > 0
            ? [.. modules.Select(module => (IPlatformModule)Activator.CreateInstance(module)!)]
            : throw new BadImageFormatException("It has no public class that is an IPlatformModule.");
    }
}
