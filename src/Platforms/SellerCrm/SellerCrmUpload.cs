using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>A file on its way: first it is laid ready, then a message names it.</summary>
internal sealed class SellerCrmUpload(SellerCrmApi api)
{
    /// <summary>What the message has to name, exactly as the CRM wrote it; or why there is none.</summary>
    public async Task<(JsonElement? File, PlatformAnswer? Failure)> UploadAsync(
        ChannelConnection channel, OutboundMessage message, MessageContent.Media media, CancellationToken cancellationToken)
    {
        var answer = await api.UploadAsync(
            channel,
            async token => await Upload.OpenAsync(message, token) is { } file ? FormOf(file, media.File) : null,
            media.File.Size,
            cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var body })
        {
            return (null, answer);
        }

        return PlatformJson.Read(body, SellerCrmJson.Default.UploadAnswer)?.Files is [var ready, ..]
            ? (ready, null)
            : (null, new PlatformAnswer.Unreachable("The CRM took the file and did not say how to name it."));
    }

    private static MultipartFormDataContent FormOf(Stream content, Attachment file)
    {
        var part = new StreamContent(content);
        part.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"files[]\"; filename=\"{Escape(file.FileName ?? "file")}\"");
        part.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.MimeType, out var type)
            ? type
            : new MediaTypeHeaderValue("application/octet-stream");

        // Names as browsers write them, in bare UTF-8; and a boundary without the quotes that simple parsers do not expect.
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        form.Add(part);
        var boundary = form.Headers.ContentType!.Parameters.Single(parameter => parameter.Name == "boundary");
        boundary.Value = boundary.Value!.Trim('"');
        return form;
    }

    private static string Escape(string name) => string.Concat(name.Select(letter => letter switch
    {
        '"' => "%22",
        _ when char.IsControl(letter) => "_",
        _ => letter.ToString(),
    }));
}
