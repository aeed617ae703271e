using System.Text;

namespace Rozmova.Storage;

/// <summary>Splits what a person typed into words: runs of letters and digits, everything else separates.</summary>
internal static class SearchWords
{
    /// <summary>The words, at most twelve: nobody types more on purpose.</summary>
    public static IReadOnlyList<string> Split(string typed)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words.Count > 12 ? words[..12] : words;
    }
}
