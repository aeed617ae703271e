using Microsoft.CodeAnalysis.CSharp;

namespace Rozmova.Architecture.Tests;

/// <summary>The files of this repository as the rules read them: what people wrote, not what tools made of it.</summary>
internal static class Repository
{
    private static readonly string[] Made = [".git", "artifacts", "bin", "obj", "node_modules", "wwwroot", "data", "demo-data"];

    private static readonly string[] Binary = [".png", ".ico", ".woff2", ".jpg", ".webp"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<SourceFile> CSharp { get; } = [.. Files.Where(Has(".cs")).Select(Parse)];

    public static IEnumerable<string> TextFiles => Files.Where(file => !Binary.Contains(Path.GetExtension(file)));

    /// <summary>What ships: the product, its simulators and the sample plugin, without their tests.</summary>
    public static IEnumerable<SourceFile> Product => CSharp.Where(file => IsProduct(file.Path));

    public static bool IsProduct(string path) =>
        path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("simulators/", StringComparison.Ordinal)
        || path.StartsWith("samples/Line/", StringComparison.Ordinal);

    public static Func<string, bool> Has(params string[] extensions) => file => extensions.Contains(Path.GetExtension(file));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder)
            .Where(file => Path.GetFileName(file) != ".git") // a work tree has a file where a clone has a folder
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(folder).Where(sub => !Made.Contains(Path.GetFileName(sub))).SelectMany(Walk));

    private static SourceFile Parse(string path) =>
        new(path, CSharpSyntaxTree.ParseText(Read(path), new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot());

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rozmova.slnx")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("No Rozmova.slnx above " + AppContext.BaseDirectory);
        }

        return folder;
    }
}
