using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// Writes text with nothing escaped that need not be. The laxest encoder of .NET still escapes emoji, and WeChat would show the
/// escapes.
/// </summary>
internal sealed class WeChatText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Encoding.UTF8.GetBytes(Quote(value)), skipInputValidation: true);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    /// <summary>Control characters could only be written as the escapes that WeChat refuses, so they become spaces.</summary>
    private static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var letter in value)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ when char.IsControl(letter) => " ",
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
