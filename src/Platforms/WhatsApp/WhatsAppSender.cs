using System.Net.Http.Headers;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>Sends one message; a file is uploaded first and sent by the id it got.</summary>
internal sealed class WhatsAppSender(WhatsAppClient client)
{
    private const long SlowestUploadPerSecond = 128 * 1024;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UnknownSizeTimeout = TimeSpan.FromMinutes(10);

    private static readonly SendOutcome FileMissing = new SendOutcome.Refused(
        new SendError(SendErrors.FileRefused, "The file to send is no longer there."));

    public async Task<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (message.Content is not MessageContent.Media media)
        {
            return await SendAsync(channel, message, fileId: null, cancellationToken);
        }

        var content = await OpenAsync(message, cancellationToken);
        if (content is null)
        {
            return FileMissing;
        }

        MetaAnswer uploaded;
        await using (content)
        {
            uploaded = await UploadAsync(channel, media, content, cancellationToken);
        }

        return WhatsAppOutcome.FileIdOf(uploaded) is { } fileId
            ? await SendAsync(channel, message, fileId, cancellationToken)
            : WhatsAppOutcome.OfFailedUpload(uploaded);
    }

    private async Task<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, string? fileId, CancellationToken cancellationToken)
    {
        if (WhatsAppAddress.To(message.Chat, WhatsAppOutbound.Write(message, fileId)) is not { } request)
        {
            return WhatsAppOutcome.NoSuchChat;
        }

        var body = MetaJson.Body(request, WhatsAppJson.Default.WhatsAppMessage);
        var path = $"{WhatsAppClient.PhoneOf(channel)}/messages";
        return WhatsAppOutcome.OfSend(await client.PostAsync(channel, path, body, CallTimeout, cancellationToken));
    }

    /// <summary>The name in the form is for nobody: the one the customer sees goes with the message.</summary>
    private async Task<MetaAnswer> UploadAsync(
        ChannelConnection channel, MessageContent.Media media, Stream content, CancellationToken cancellationToken)
    {
        var type = MediaTypeHeaderValue.TryParse(media.File.MimeType, out var named)
            ? named
            : new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "messaging_product" },
            { new StringContent(type.ToString()), "type" },
            { new StreamContent(content) { Headers = { ContentType = type } }, "file", "file" },
        };
        var timeout = media.File.Size is { } bytes
            ? CallTimeout + TimeSpan.FromSeconds(bytes / SlowestUploadPerSecond)
            : UnknownSizeTimeout;
        return await client.PostAsync(channel, $"{WhatsAppClient.PhoneOf(channel)}/media", form, timeout, cancellationToken);
    }

    private static async ValueTask<Stream?> OpenAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return message.OpenFile is { } open ? await open(cancellationToken) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing has been sent yet, so this is a plain "no" and must not end as "unknown".
            return null;
        }
    }
}
