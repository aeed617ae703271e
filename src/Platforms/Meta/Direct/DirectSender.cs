using System.Text.Json.Serialization.Metadata;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>Makes the calls that send: one for most messages, two where a file is uploaded before.</summary>
internal sealed class DirectSender(MetaClient client, TimeProvider time)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UnknownSizeTimeout = TimeSpan.FromMinutes(4);

    public async Task<SendOutcome> SendAsync(
        DirectDialect dialect, ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        var request = dialect.Complete(DirectOutbound.Write(message, time.GetUtcNow()), message);
        if (message.Content is MessageContent.Template)
        {
            return DirectOutcome.OfTemplate(await PostAsync(dialect, channel, request, cancellationToken));
        }

        if (message.Content is not MessageContent.Media media)
        {
            return DirectOutcome.OfSend(await PostAsync(dialect, channel, request, cancellationToken));
        }

        return dialect.WayOf(message) switch
        {
            FileWay.WithMessage => await SendWithFileAsync(dialect, channel, message, request, cancellationToken),
            FileWay.BeforeMessage => await SendAfterUploadAsync(dialect, channel, message, request, cancellationToken),
            _ => DirectOutcome.OfSend(await PostAsync(
                dialect,
                channel,
                WithFile(request, media, new AttachmentDetailsRequest { Url = message.FileUrl?.AbsoluteUri }),
                cancellationToken)),
        };
    }

    private async Task<SendOutcome> SendWithFileAsync(
        DirectDialect dialect, ChannelConnection channel, OutboundMessage message, SendRequest request,
        CancellationToken cancellationToken)
    {
        var path = $"{dialect.SenderOf(channel)}/messages";
        var answer = await UploadAsync(
            dialect, channel, path, message, request, DirectJson.Default.SendRequest, cancellationToken);
        return DirectOutcome.OfSend(answer);
    }

    private async Task<SendOutcome> SendAfterUploadAsync(
        DirectDialect dialect, ChannelConnection channel, OutboundMessage message, SendRequest request,
        CancellationToken cancellationToken)
    {
        var media = (MessageContent.Media)message.Content;
        var path = $"{dialect.SenderOf(channel)}/message_attachments";
        var kept = new UploadRequest(
            "instagram", DirectOutbound.Write(media, new AttachmentDetailsRequest { IsReusable = true }));
        var answer = await UploadAsync(
            dialect, channel, path, message, kept, DirectJson.Default.UploadRequest, cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var body })
        {
            return DirectOutcome.OfUpload(answer);
        }

        return PlatformJson.Read(body, DirectJson.Default.UploadAnswer)?.AttachmentId is { } id
            ? DirectOutcome.OfSend(await PostAsync(
                dialect,
                channel,
                WithFile(request, media, new AttachmentDetailsRequest { AttachmentId = id }),
                cancellationToken))
            : new SendOutcome.NotDelivered("Meta's answer to the upload could not be read.");
    }

    private static SendRequest WithFile(SendRequest request, MessageContent.Media media, AttachmentDetailsRequest details) =>
        request with { Message = request.Message! with { Attachment = DirectOutbound.Write(media, details).Attachment } };

    private Task<PlatformAnswer> PostAsync(
        DirectDialect dialect, ChannelConnection channel, SendRequest request, CancellationToken cancellationToken) =>
        client.CallAsync(
            HttpMethod.Post,
            dialect.Address(channel, $"{dialect.SenderOf(channel)}/messages"),
            dialect.TokenOf(channel),
            PlatformJson.Body(request, DirectJson.Default.SendRequest),
            CallTimeout,
            cancellationToken);

    /// <summary>Reacts to a message; null takes our reaction back.</summary>
    public async Task<SendOutcome> ReactAsync(
        DirectDialect dialect, ChannelConnection channel, string chat, PlatformMessageId target, string? reaction,
        CancellationToken cancellationToken)
    {
        var request = new SendRequest
        {
            Recipient = new PartyRequest(chat),
            SenderAction = reaction is null ? "unreact" : "react",
            Payload = new ReactionRequest(target.Id.Split('#')[0], reaction),
        };
        return DirectOutcome.OfReaction(await PostAsync(dialect, channel, request, cancellationToken), target);
    }

    /// <summary>Posts a request with the message's file.</summary>
    private async Task<PlatformAnswer> UploadAsync<T>(
        DirectDialect dialect,
        ChannelConnection channel,
        string path,
        OutboundMessage message,
        T request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        var file = ((MessageContent.Media)message.Content).File;
        var content = await Upload.OpenAsync(message, cancellationToken);
        if (content is null)
        {
            return new PlatformAnswer.FileMissing();
        }

        await using (content)
        {
            using var form = DirectForm.From(request, type).WithFile(content, file.FileName ?? "file", file.MimeType);
            var address = dialect.Address(channel, path);
            return await client.CallAsync(
                HttpMethod.Post,
                address,
                dialect.TokenOf(channel),
                form,
                Upload.TimeoutFor(file.Size, UnknownSizeTimeout),
                cancellationToken);
        }
    }
}
