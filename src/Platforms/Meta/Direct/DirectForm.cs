using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>A request as a multipart form, the one encoding that carries files. Objects are fields of JSON.</summary>
internal static class DirectForm
{
    public static MultipartFormDataContent From<T>(T request, JsonTypeInfo<T> type)
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var field in JsonSerializer.SerializeToElement(request, type).EnumerateObject())
        {
            var value = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            form.Add(new StringContent(value), $"\"{field.Name}\"");
        }

        return form;
    }

    /// <summary>
    /// Adds the file, read from <paramref name="content"/> while it is sent. Meta goes by the part's content type.
    /// </summary>
    public static MultipartFormDataContent WithFile(
        this MultipartFormDataContent form, Stream content, string fileName, string? mimeType)
    {
        var part = new StreamContent(content);
        part.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"filedata\"; filename=\"{Escape(fileName)}\"");
        part.Headers.ContentType = MediaTypeHeaderValue.TryParse(mimeType, out var known)
            ? known
            : new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part);
        return form;
    }

    /// <summary>As browsers do it; other control characters have no business in a header.</summary>
    private static string Escape(string fileName) =>
        string.Concat(fileName.Select(letter => letter == '"' ? "%22" : char.IsControl(letter) ? "_" : letter.ToString()));
}
