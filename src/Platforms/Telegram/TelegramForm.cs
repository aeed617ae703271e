using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rozmova.Platforms.Telegram;

/// <summary>A request as a multipart form, the one encoding that carries files. Objects and lists are fields of JSON.</summary>
internal static class TelegramForm
{
    public static MultipartFormDataContent From<T>(T request, JsonTypeInfo<T> type)
    {
        // The parser of the Bot API reads file names as bare UTF-8, not in the encoded form that .NET would choose.
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var field in JsonSerializer.SerializeToElement(request, type).EnumerateObject())
        {
            var value = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            form.Add(new StringContent(value), field.Name);
        }

        return form;
    }

    /// <summary>Adds a file, read from <paramref name="content"/> while it is sent.</summary>
    public static MultipartFormDataContent WithFile(
        this MultipartFormDataContent form, string field, Stream content, string fileName, string? mimeType)
    {
        var part = new StreamContent(content);
        part.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{Escape(fileName)}\"");
        if (MediaTypeHeaderValue.TryParse(mimeType, out var mediaType))
        {
            part.Headers.ContentType = mediaType;
        }

        form.Add(part);
        return form;
    }

    /// <summary>As browsers do it; other control characters have no business in a header.</summary>
    private static string Escape(string fileName)
    {
        var escaped = new StringBuilder(fileName.Length);
        foreach (var letter in fileName)
        {
            escaped.Append(letter switch
            {
                '"' => "%22",
                _ when char.IsControl(letter) => "_",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
