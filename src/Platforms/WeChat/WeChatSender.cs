using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>Sends: a text by an open request of WeChat's if one passes at this moment, everything else by the API.</summary>
internal sealed class WeChatSender(
    WeChatApi api, WeChatTokens tokens, WeChatReplies replies, WeChatTemplates templates, TimeProvider time)
{
    private const string CustomPath = "/cgi-bin/message/custom/send";

    public async Task<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        var answer = message.Content switch
        {
            MessageContent.Text text => await SendTextAsync(channel, message, text, cancellationToken),
            MessageContent.Media { Link: not null } when message.FileUrl is null => new PlatformAnswer.FileMissing(),
            MessageContent.Media { Link: null } media => await SendFileAsync(channel, message, media, cancellationToken),
            MessageContent.Template template => await templates.SendAsync(channel, message, template, cancellationToken),
            _ => await SendCustomAsync(channel, message, mediaId: null, cancellationToken),
        };
        return WeChatOutcome.OfSend(answer, message, time.GetUtcNow());
    }

    /// <summary>
    /// While the access token is being fetched the text lies ready for a push of the same follower. Then it is taken back, and
    /// only if it still lay there does the API get it: one of the two, never both.
    /// </summary>
    private async Task<PlatformAnswer> SendTextAsync(
        ChannelConnection channel, OutboundMessage message, MessageContent.Text text, CancellationToken cancellationToken)
    {
        var offer = replies.Offer(channel, message.Chat, text.Body);
        PlatformAnswer? failure;
        try
        {
            (_, failure) = await tokens.GetAsync(channel, refused: null, cancellationToken);
        }
        finally
        {
            replies.Withdraw(offer);
        }

        return offer.IsTaken
            ? new PlatformAnswer.Accepted(ReadOnlyMemory<byte>.Empty)
            : failure ?? await SendCustomAsync(channel, message, mediaId: null, cancellationToken);
    }

    private async Task<PlatformAnswer> SendFileAsync(
        ChannelConnection channel, OutboundMessage message, MessageContent.Media media, CancellationToken cancellationToken)
    {
        var answer = await api.PostAsync(
            channel,
            WeChatUpload.PathFor(media.Kind),
            stop => WeChatUpload.OpenAsync(message, media, stop),
            Upload.TimeoutFor(media.File.Size, WeChatUpload.UnknownSizeTimeout),
            cancellationToken);
        if (answer is not PlatformAnswer.Accepted { Body: var body })
        {
            return answer.BeforeSending();
        }

        return PlatformJson.Read(body, WeChatJson.Default.UploadedMedia)?.MediaId is { Length: > 0 } mediaId
            ? await SendCustomAsync(channel, message, mediaId, cancellationToken)
            : new PlatformAnswer.Unreachable("WeChat took the file and gave no id for it.");
    }

    private Task<PlatformAnswer> SendCustomAsync(
        ChannelConnection channel, OutboundMessage message, string? mediaId, CancellationToken cancellationToken) =>
        api.PostAsync(
            channel, CustomPath, WeChatOutbound.Custom(message, mediaId), WeChatJson.Default.CustomMessage, cancellationToken);
}
