namespace Rozmova.Architecture.Tests;

internal static class Rule
{
    /// <summary>Fails naming every place that breaks the rule and, first of all, how to mend it.</summary>
    public static void ShouldBeNone(this IEnumerable<string> violations, string mend)
    {
        string[] all = [.. violations];
        Assert.True(all.Length == 0, $"{mend}\n  {string.Join("\n  ", all)}");
    }
}
