using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// The bytes of a push to its elements: XML, or JSON where the account asks for it. HOT: forward only, no tree. A document type
/// is refused, and with it entities of any kind.
/// </summary>
internal static class WeChatElements
{
    private const int UsualCount = 16;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>It is UTF-8 whatever a declaration says.</summary>
    private static readonly XmlParserContext Utf8 = new(
        nt: null, nsMgr: null, xmlLang: null, XmlSpace.None,
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));

    public static WeChatPush Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return new WeChatPush(body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..]
                ? ReadJson(body.Span)
                : WeChatFlatXml.TryRead(body.Span) ?? ReadXml(body));
        }
        catch (Exception exception) when (exception is XmlException or JsonException or InvalidOperationException)
        {
            // Not passed on as the inner exception, which may quote the content.
            throw WeChatPush.Unreadable("neither sound XML nor sound JSON");
        }
    }

    internal static Dictionary<string, string> ReadXml(ReadOnlyMemory<byte> body)
    {
        Dictionary<string, string> elements = new(UsualCount);
        using var reader = XmlReader.Create(StreamOf(body), Strict, Utf8);
        var name = "";
        string? text = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.IsEmptyElement:
                    elements.TryAdd(reader.LocalName, "");
                    break;
                case XmlNodeType.Element:
                    name = reader.LocalName;
                    text = null;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text += reader.Value; // "]]>" is written as two sections
                    break;
                case XmlNodeType.EndElement when reader.LocalName == name:
                    elements.TryAdd(name, text ?? "");
                    name = "";
                    break;
            }
        }

        return elements;
    }

    private static Dictionary<string, string> ReadJson(ReadOnlySpan<byte> body)
    {
        Dictionary<string, string> elements = new(UsualCount);
        var reader = new Utf8JsonReader(body);
        var name = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.String:
                    elements.TryAdd(name, reader.GetString()!);
                    break;
                case JsonTokenType.Number:
                    elements.TryAdd(name, Encoding.UTF8.GetString(reader.ValueSpan)); // an id has more digits than a double
                    break;
            }
        }

        return elements;
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var array) && array.Array is { } bytes
            ? new MemoryStream(bytes, array.Offset, array.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);
}
