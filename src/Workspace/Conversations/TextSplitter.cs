using System.Globalization;
using System.Text;

namespace Rozmova.Workspace.Conversations;

/// <summary>Cuts a long text into parts: behind a sentence where one ends late enough, else between words, else between what readers see as letters.</summary>
internal static class TextSplitter
{
    private const string SentenceMarks = ".!?…";
    private const string WideSentenceMarks = "。！？"; // no space follows these

    /// <param name="text">What does not fit.</param>
    /// <param name="most">UTF-16 units of a part at most.</param>
    /// <param name="mostBytes">UTF-8 bytes of a part at most.</param>
    public static IReadOnlyList<string> Split(string text, int most, int mostBytes)
    {
        var parts = new List<string>();
        var rest = text.Trim();
        while (rest.Length > most || Encoding.UTF8.GetByteCount(rest) > mostBytes)
        {
            var end = EndOfPart(rest, most, mostBytes);
            parts.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0)
        {
            parts.Add(rest);
        }

        return parts;
    }

    private static int EndOfPart(string text, int most, int mostBytes)
    {
        var (letter, word, sentence, bytes) = (0, 0, 0, 0);
        while (letter < text.Length)
        {
            var next = letter + StringInfo.GetNextTextElementLength(text.AsSpan(letter));
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(letter, next - letter));
            if (next > most || bytes > mostBytes)
            {
                break;
            }

            letter = next;
            var last = text[letter - 1];
            var atSpace = letter < text.Length && char.IsWhiteSpace(text[letter]);
            word = atSpace ? letter : word;
            sentence = (atSpace && (SentenceMarks.Contains(last) || text[letter] == '\n')) || WideSentenceMarks.Contains(last) ? letter : sentence;
        }

        return sentence > letter / 2 ? sentence : word > 0 ? word : letter > 0 ? letter : Runes(text, most);
    }

    // A single letter of more units than fit (a family of emoji can be that long): between its characters, never inside one.
    private static int Runes(string text, int most) => most > 1 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : Math.Max(most, char.IsHighSurrogate(text[0]) ? 2 : 1);
}
