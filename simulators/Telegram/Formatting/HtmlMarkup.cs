using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram.Methods;

namespace Rozmova.Simulators.Telegram.Formatting;

/// <summary>Reads the HTML subset of messages into plain text and entities, refusing what the real one refuses.</summary>
internal sealed class HtmlMarkup
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly Stack<OpenTag> _open = [];
    private readonly List<(int Offset, int Length, JsonObject Entity)> _entities = [];
    private int _at;

    private HtmlMarkup(string html) => _html = html;

    public static FormattedText Parse(string html) => new HtmlMarkup(html).Parse();

    private FormattedText Parse()
    {
        while (_at < _html.Length)
        {
            switch (_html[_at])
            {
                case '&':
                    ReadReference();
                    break;
                case '<' when _at + 1 < _html.Length && _html[_at + 1] == '/':
                    CloseTag();
                    break;
                case '<':
                    OpenTag();
                    break;
                default:
                    _text.Append(_html[_at++]);
                    break;
            }
        }

        return _open.TryPeek(out var open)
            ? throw CannotParse($"Can't find end tag corresponding to start tag \"{open.Tag.Name}\"")
            : new FormattedText(_text.ToString(), [.. OutermostFirst().Select(each => each.Entity)]);
    }

    private IEnumerable<(int Offset, int Length, JsonObject Entity)> OutermostFirst() =>
        _entities.OrderBy(each => each.Offset).ThenByDescending(each => each.Length);

    private void OpenTag()
    {
        var start = _at;
        var tag = HtmlTag.Read(TakeTag(from: start + 1), ByteOffset(start));
        _open.Push(new OpenTag(tag, _text.Length));
    }

    private void CloseTag()
    {
        var start = _at;
        var name = TakeTag(from: start + 2).Trim().ToLowerInvariant();
        if (!_open.TryPop(out var open))
        {
            throw CannotParse($"Unexpected end tag at byte offset {ByteOffset(start)}");
        }

        if (name.Length > 0 && name != open.Tag.Name)
        {
            throw CannotParse(
                $"Unmatched end tag at byte offset {ByteOffset(start)}, expected \"</{open.Tag.Name}>\", found \"</{name}>\"");
        }

        var length = _text.Length - open.Offset;
        if (length > 0 && open.Tag.ToEntity(_text.ToString(open.Offset, length)) is { } entity)
        {
            entity["offset"] = open.Offset;
            entity["length"] = length;
            _entities.Add((open.Offset, length, entity));
        }
    }

    private string TakeTag(int from)
    {
        var end = _html.IndexOf('>', from);
        if (end < 0)
        {
            throw CannotParse($"Unclosed start tag at byte offset {ByteOffset(_at)}");
        }

        _at = end + 1;
        return _html[from..end];
    }

    /// <summary>Four names and every number are known; anything else is plain text.</summary>
    private void ReadReference()
    {
        var end = _html.IndexOf(';', _at);
        var name = end < 0 ? "" : _html[(_at + 1)..end];
        if (name is "lt" or "gt" or "amp" or "quot" || IsNumber(name))
        {
            _text.Append(WebUtility.HtmlDecode($"&{name};"));
            _at = end + 1;
            return;
        }

        _text.Append(_html[_at++]);
    }

    private static bool IsNumber(string name) => name.StartsWith("#x", StringComparison.OrdinalIgnoreCase)
        ? int.TryParse(name.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)
        : name.StartsWith('#') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private int ByteOffset(int index) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, index));

    private static RefusedCallException CannotParse(string detail) =>
        RefusedCallException.BadRequest($"can't parse entities: {detail}");
}

internal sealed record OpenTag(HtmlTag Tag, int Offset);
