using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>
/// Makes the call that sends or edits, and makes it again at once in the two cases where Telegram did nothing and said how to
/// do better: the group has moved, or the formatting cannot be read.
/// </summary>
internal sealed class TelegramSender(TelegramClient client, ILogger<TelegramSender> logger)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UnknownSizeTimeout = TimeSpan.FromMinutes(10);

    public async Task<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, ChatAddress address, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(channel, message, TelegramOutbound.Send(message, address), cancellationToken);
        var target = address;
        if (answer is TelegramRejection { MigrateTo: { } newChat })
        {
            logger.GroupMoved(channel.Id);
            target = address with { Chat = newChat };
            answer = await CallAsync(channel, message, TelegramOutbound.Send(message, target), cancellationToken);
        }

        if (IsFormattingRefused(answer))
        {
            logger.SentAsPlainText(channel.Id);
            answer = await CallAsync(channel, message, TelegramOutbound.Send(message, target, asHtml: false), cancellationToken);
        }

        return TelegramOutcome.OfSend(answer, target);
    }

    public async Task<PlatformAnswer> EditAsync(
        ChannelConnection channel, OutboundMessage message, ChatAddress address, long target, CancellationToken cancellationToken)
    {
        var edit = TelegramOutbound.Edit(message.Content, address, target);
        var answer = await CallAsync(channel, message, edit, cancellationToken);
        if (IsFormattingRefused(answer))
        {
            logger.SentAsPlainText(channel.Id);
            var plain = TelegramOutbound.Edit(message.Content, address, target, asHtml: false);
            answer = await CallAsync(channel, message, plain, cancellationToken);
        }

        return answer;
    }

    private static bool IsFormattingRefused(PlatformAnswer answer) =>
        answer is TelegramRejection { Code: 400 } rejected && rejected.Says("can't parse entities");

    private async Task<PlatformAnswer> CallAsync(
        ChannelConnection channel, OutboundMessage message, TelegramCall call, CancellationToken cancellationToken)
    {
        if (call.FileField is null)
        {
            var body = PlatformJson.Body(call.Body, TelegramJson.Default.MessageRequest);
            return await client.CallAsync(channel, call.Method, body, CallTimeout, cancellationToken);
        }

        var file = ((MessageContent.Media)message.Content).File;
        var content = await Upload.OpenAsync(message, cancellationToken);
        if (content is null)
        {
            return new PlatformAnswer.FileMissing();
        }

        await using (content)
        {
            using var form = TelegramForm.From(call.Body, TelegramJson.Default.MessageRequest)
                .WithFile(call.FileField, content, file.FileName ?? call.FileField, file.MimeType);
            return await client.CallAsync(
                channel, call.Method, form, Upload.TimeoutFor(file.Size, UnknownSizeTimeout), cancellationToken);
        }
    }
}
