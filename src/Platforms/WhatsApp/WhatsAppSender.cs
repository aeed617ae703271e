using System.Net.Http.Headers;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>Sends one message; a file is uploaded first and sent by the id it got.</summary>
internal sealed class WhatsAppSender(WhatsAppClient client)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UnknownSizeTimeout = TimeSpan.FromMinutes(10);

    public async Task<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (message.Content.Attached is not { } file)
        {
            return await PostAsync(channel, message.Chat, WhatsAppOutbound.Write(message, fileId: null), cancellationToken);
        }

        var uploaded = await UploadAsync(channel, message, file, cancellationToken);
        return WhatsAppOutcome.FileIdOf(uploaded) is { } fileId
            ? await PostAsync(channel, message.Chat, WhatsAppOutbound.Write(message, fileId), cancellationToken)
            : WhatsAppOutcome.OfFailedUpload(uploaded);
    }

    public async Task<SendOutcome> PostAsync(
        ChannelConnection channel, string chat, WhatsAppMessage message, CancellationToken cancellationToken)
    {
        if (WhatsAppAddress.To(chat, message) is not { } request)
        {
            return WhatsAppOutcome.NoSuchChat;
        }

        var body = PlatformJson.Body(request, WhatsAppJson.Default.WhatsAppMessage);
        var path = $"{WhatsAppClient.PhoneOf(channel)}/messages";
        return WhatsAppOutcome.OfSend(await client.PostAsync(channel, path, body, CallTimeout, cancellationToken));
    }

    /// <summary>The name in the form is for nobody: the one the customer sees goes with the message.</summary>
    private async Task<PlatformAnswer> UploadAsync(
        ChannelConnection channel, OutboundMessage message, Attachment file, CancellationToken cancellationToken)
    {
        if (await Upload.OpenAsync(message, cancellationToken) is not { } content)
        {
            return new PlatformAnswer.FileMissing();
        }

        var type = MediaTypeHeaderValue.TryParse(file.MimeType, out var named)
            ? named
            : new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "messaging_product" },
            { new StringContent(type.ToString()), "type" },
            { new StreamContent(content) { Headers = { ContentType = type } }, "file", "file" },
        };
        var timeout = Upload.TimeoutFor(file.Size, UnknownSizeTimeout);
        return await client.PostAsync(channel, $"{WhatsAppClient.PhoneOf(channel)}/media", form, timeout, cancellationToken);
    }
}
