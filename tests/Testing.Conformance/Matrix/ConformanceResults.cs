using System.Collections.Concurrent;
using System.Text;

namespace Rozmova.Testing.Conformance;

/// <summary>What came of the cases that ran in this process.</summary>
public static class ConformanceResults
{
    private static readonly ConcurrentDictionary<(string Platform, string Case), string> Results = [];

    /// <summary>The platforms across, the cases down: ok, FAILED, n/a, or nothing where a case did not run. Empty when none ran.</summary>
    public static string ToMatrix()
    {
        string[] platforms = [.. Results.Keys.Select(key => key.Platform).Distinct().Order(StringComparer.Ordinal)];
        if (platforms.Length == 0)
        {
            return "";
        }

        var longest = ConformanceCases.All.Max(each => each.Name.Length);
        var lines = new StringBuilder();
        AddLine("", platforms, platform => platform);
        foreach (var each in ConformanceCases.All)
        {
            AddLine(each.Name, platforms, platform => Results.GetValueOrDefault((platform, each.Name), ""));
        }

        return lines.ToString();

        void AddLine(string name, string[] columns, Func<string, string> cell) => lines.Append(name.PadRight(longest)).AppendLine(
            string.Concat(columns.Select(column => $"  {cell(column).PadRight(Math.Max(column.Length, 6))}")).TrimEnd());
    }

    internal static void Record(string platform, string name, string result) => Results[(platform, name)] = result;
}
