using System.Net;
using System.Text.RegularExpressions;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>The CRM's texts hold line breaks and entities of HTML, and no other markup: a tag that stands in one was typed.</summary>
internal static partial class SellerCrmText
{
    public static string Read(string? text) =>
        string.IsNullOrEmpty(text) ? "" : WebUtility.HtmlDecode(LineBreak().Replace(text, "\n"));

    /// <summary>Whether a text that came back is the one that was sent: the CRM writes line ends its own way and cuts spaces off.</summary>
    public static bool IsSame(string? sent, string? shown) => Bare(sent) == Bare(shown);

    private static string Bare(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();

    [GeneratedRegex(@"(\r?\n)?<br\s*/?>(\r?\n)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}
