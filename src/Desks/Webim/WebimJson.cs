using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Desks.Webim;

/// <summary>
/// JSON whose names are settings: members of members are written with a dot. No types stand behind it, as nobody knows before the
/// settings are read what a member is called.
/// </summary>
internal static class WebimJson
{
    private const int LongestId = 200;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sets a member by its path, making the objects on the way.</summary>
    public static void Put(this JsonObject json, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var parent = names.SkipLast(1).Aggregate(json, (node, name) => (JsonObject)(node[name] ??= new JsonObject()));
        parent[names[^1]] = value;
    }

    /// <summary>A member by its path; undefined where there is none.</summary>
    public static JsonElement At(this JsonElement json, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return default;
            }
        }

        return json;
    }

    /// <summary>A text, or a number as text, as ids may be either; null for anything else and for nothing.</summary>
    public static string? TextAt(this JsonElement json, string path) => json.At(path) switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } words => words,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>An id of Webim's: what it gives as text or number, or a sum of it where it is longer than ids are. They become keys here.</summary>
    public static string? IdAt(this JsonElement json, string path) => json.TextAt(path) is not { Length: > LongestId } endless ? json.TextAt(path)
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endless)));

    /// <summary>Whether a mark is set, as true or as a number other than 0.</summary>
    public static bool IsSetAt(this JsonElement json, string path) => json.At(path) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText() != "0",
        _ => false,
    };

    /// <summary>The bytes of a body, letters as they are.</summary>
    public static byte[] ToBytes(this JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Plain);

    /// <summary>Reads a body; null when it is no JSON object.</summary>
    public static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // Whoever asks has their own answer to that, and needs no more than to know it.
            return null;
        }
    }
}
