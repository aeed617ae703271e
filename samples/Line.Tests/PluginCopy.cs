namespace Rozmova.Line.Tests;

/// <summary>The plugin as it was built: what an admin copies.</summary>
internal static class PluginCopy
{
    private static string Built => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Line", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

    public static void To(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Built))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }
}
