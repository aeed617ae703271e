using System.Globalization;

namespace Rozmova.Workspace.Media;

/// <summary>Names of files as people send them.</summary>
internal static class FileName
{
    private const int Longest = 150;
    private const string Unwelcome = "\"'`<>|:*?;";

    /// <summary>
    /// The name without anything that could lead elsewhere or be shown as something else: no folders, quotes, control or direction
    /// characters, no dots around it. Null when nothing is left.
    /// </summary>
    public static string? Clean(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(last.Where(IsWelcome)).Trim(' ', '.');
        return kept.Length == 0 ? null : Shorten(kept);
    }

    // Format characters include those that turn the reading direction, which make "gpj.exe" of "exe.jpg". Half a surrogate pair is no text.
    private static bool IsWelcome(char letter) =>
        !Unwelcome.Contains(letter)
        && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    /// <summary>Cut in the middle, so that the ending stays.</summary>
    private static string Shorten(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var ending = Path.GetExtension(name);
        return ending.Length is 0 or > 16 ? name[..Longest] : name[..(Longest - ending.Length)] + ending;
    }
}
