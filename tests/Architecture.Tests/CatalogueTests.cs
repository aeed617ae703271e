using System.Text.RegularExpressions;

namespace Rozmova.Architecture.Tests;

public sealed partial class CatalogueTests
{
    private const string Folder = "src/Console/src/i18n/";

    [Fact]
    public void The_catalogues_of_all_languages_have_the_same_keys()
    {
        string[] languages = [.. Repository.Files.Where(IsCatalogue)];
        var keys = languages.ToDictionary(file => file, file => Keys(Repository.Read(file)));

        var violations =
            from one in languages
            from other in languages
            from missing in keys[one].Except(keys[other])
            select $"{other} lacks {missing}";

        violations.ShouldBeNone("Add the text to every language.");
    }

    private static bool IsCatalogue(string file) =>
        file.StartsWith(Folder, StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(file) is { Length: 2 };

    /// <summary>The dotted paths of a catalogue; forms of a plural count as one, since languages differ in how many they have.</summary>
    private static HashSet<string> Keys(string catalogue)
    {
        HashSet<string> keys = [];
        Stack<string> path = [];
        foreach (Match part in KeyOrEnd().Matches(Quoted().Replace(catalogue, "''")))
        {
            var key = part.Groups["key"].Value;
            if (part.Value == "}")
            {
                path.TryPop(out _);
            }
            else if (part.Groups["open"].Success)
            {
                path.Push(key);
            }
            else if (key.Length > 0)
            {
                keys.Add(string.Join('.', path.Reverse().Append(Plural().Replace(key, ""))));
            }
        }

        return keys;
    }

    [GeneratedRegex("""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|//.*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<key>\w+)\s*:\s*(?<open>\{)?|\}")]
    private static partial Regex KeyOrEnd();

    [GeneratedRegex("_(zero|one|two|few|many|other)$")]
    private static partial Regex Plural();
}
