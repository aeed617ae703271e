using System.Text;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>Telegram's HTML. Whatever somebody wrote or is called goes through <see cref="Escape"/>.</summary>
internal static class Html
{
    public static string Escape(string? text) => (text ?? "")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Bold(string? text) => $"<b>{Escape(text)}</b>";

    public static string Italic(string? text) => $"<i>{Escape(text)}</i>";

    /// <summary>At most so many characters, cut at a character's end.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }

    /// <summary>Lines below each other, without those that are null.</summary>
    public static string Lines(params ReadOnlySpan<string?> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (line is not null)
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(line);
            }
        }

        return text.ToString();
    }
}
