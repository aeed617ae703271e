using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// The XML that WeChat nearly always writes: <c>&lt;xml&gt;</c>, and in it elements of one text each. Whatever else a text has in it, it is
/// left to the reader of .NET, with which this one must agree. HOT: an encrypted push is three such texts (26 KB of garbage without this, 7 KB with it).
/// </summary>
internal static class WeChatFlatXml
{
    private const int UsualCount = 16;

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"u8);

    /// <summary>What XML forbids, and the carriage return, which it changes.</summary>
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Except(['\t', '\n']).Select(value => (byte)value)]);

    /// <summary>The elements by name; null where it takes more to read them, or they cannot be read.</summary>
    public static Dictionary<string, string>? TryRead(ReadOnlySpan<byte> xml)
    {
        if (!xml.StartsWith("<xml>"u8) || !xml.EndsWith("</xml>"u8) || !IsPlain(xml))
        {
            return null;
        }

        Dictionary<string, string> elements = new(UsualCount);
        var rest = SkipSpace(xml["<xml>".Length..^"</xml>".Length]);
        while (!rest.IsEmpty)
        {
            if (!TryTake(ref rest, out var name, out var text))
            {
                return null;
            }

            elements.TryAdd(Encoding.ASCII.GetString(name), Encoding.UTF8.GetString(text));
            rest = SkipSpace(rest);
        }

        return elements.Count > 0 ? elements : null;
    }

    private static ReadOnlySpan<byte> SkipSpace(ReadOnlySpan<byte> text) => text.TrimStart(" \t\n"u8);

    /// <summary>Sound text. The last characters of Unicode's first plane are no XML; EF BF begins them and a few that are.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> xml) =>
        !xml.ContainsAny(Controls) && xml.IndexOf([(byte)0xEF, (byte)0xBF]) < 0 && Utf8.IsValid(xml);

    /// <summary>Takes <c>&lt;Name&gt;text&lt;/Name&gt;</c> off the front.</summary>
    private static bool TryTake(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> text)
    {
        name = text = default;
        var end = rest.IndexOf((byte)'>');
        if (rest[0] != '<' || end < 2 || rest[1..end].ContainsAnyExcept(NameBytes))
        {
            return false;
        }

        name = rest[1..end];
        rest = rest[(end + 1)..];
        return TryTakeText(ref rest, out text) && TryTakeEnd(ref rest, name);
    }

    private static bool TryTakeText(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        var isSection = rest.StartsWith("<![CDATA["u8);
        var begin = isSection ? "<![CDATA[".Length : 0;
        var length = rest[begin..].IndexOf(isSection ? "]]>"u8 : "<"u8);
        text = length < 0 ? default : rest.Slice(begin, length);
        if (length < 0 || (!isSection && !IsBare(text)))
        {
            return false;
        }

        rest = rest[(begin + length + (isSection ? "]]>".Length : 0))..];
        return true;
    }

    /// <summary>Neither references nor the end of a section, nor only white space, which counts as nothing.</summary>
    private static bool IsBare(ReadOnlySpan<byte> text) =>
        !text.Contains((byte)'&') && text.IndexOf("]]>"u8) < 0 && (text.IsEmpty || !text.Trim(" \t\n"u8).IsEmpty);

    private static bool TryTakeEnd(ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> name)
    {
        if (!rest.StartsWith("</"u8) || !rest[2..].StartsWith(name) || !rest[(2 + name.Length)..].StartsWith(">"u8))
        {
            return false;
        }

        rest = rest[(name.Length + "</>".Length)..];
        return true;
    }
}
