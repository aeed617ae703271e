using System.Globalization;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>A seller's CRM: the contract, each ability one thin call into the parts of this folder.</summary>
internal sealed class SellerCrmPlatform(
    SellerCrmApi api,
    SellerCrmPolling polling,
    SellerCrmHints hints,
    SellerCrmSender sender,
    SellerCrmConnector connector,
    SellerCrmMedia media,
    SellerCrmOrders orders,
    ILogger<SellerCrmPlatform> logger)
    : IHintedPlatform, IAnsweringPlatform, IConnectingPlatform, IMediaPlatform, IEditingPlatform, IReadReceiptPlatform, IProfilePlatform,
        IOrderPlatform
{
    private static readonly WebhookAnswer Ok = new("{\"ok\":true}"u8.ToArray(), "application/json");

    public string Key => "seller-crm";

    public PlatformCapabilities Capabilities => SellerCrmCapabilities.All;

    public IReadOnlyList<SettingField> Settings => SellerCrmSettings.All;

    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) =>
        SellerCrmSignature.IsKey(channel.Text(SellerCrmSettings.LinkKey), request.Query.GetValueOrDefault(SellerCrmSignal.Key));

    /// <summary>One that names no order, or none that can be read, is a hint all the same: to look at the list.</summary>
    public void Hint(ChannelConnection channel, WebhookRequest request)
    {
        var box = hints.Of(channel.Id);
        try
        {
            box.Offer(SellerCrmSignal.Read(request) ?? HintBox.List);
        }
        catch (UnreadableWebhookException)
        {
            box.Offer(HintBox.List);
            throw;
        }
    }

    public ValueTask<WebhookAnswer?> AnswerAsync(ChannelConnection channel, WebhookRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<WebhookAnswer?>(Ok);

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        SellerCrmInbound.Read(body, SellerCrmSettings.Ahead(channel));

    public bool IsPolled(ChannelConnection channel) => true;

    public async ValueTask<PollResult> PollAsync(ChannelConnection channel, string? offset, CancellationToken cancellationToken) =>
        await polling.PollAsync(channel, offset, cancellationToken);

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        await connector.ConnectAsync(channel, cancellationToken);

    /// <summary>The address of our signals is entered in the CRM, and only there.</summary>
    public ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        await sender.SendAsync(channel, message, cancellationToken);

    public ValueTask<SendOutcome> EditAsync(
        ChannelConnection channel, OutboundMessage message, PlatformMessageId target, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SendOutcome>(new SendOutcome.Refused(
            new SendError(SendErrors.NotSupported, "The CRM cannot change what was sent; delete it and send another.")));

    public async ValueTask<SendOutcome> DeleteAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, CancellationToken cancellationToken)
    {
        if (!SellerCrmOutbound.TryOrder(chat, out var order)
            || !long.TryParse(target.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var message))
        {
            return new SendOutcome.Refused(new SendError(SendErrors.NotSupported, "The CRM numbers its messages, and this is no number."));
        }

        var answer = await api.DeleteAsync(channel, order, message, cancellationToken);
        return answer is PlatformAnswer.Accepted ? new SendOutcome.Sent(target) : SellerCrmOutcome.OfSend(answer);
    }

    public async ValueTask<RemoteMedia> OpenMediaAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken) =>
        await media.OpenAsync(channel, file, cancellationToken);

    /// <summary>The CRM knows only whole chats.</summary>
    public async ValueTask MarkReadAsync(
        ChannelConnection channel, string chat, PlatformMessageId newest, CancellationToken cancellationToken)
    {
        if (SellerCrmOutbound.TryOrder(chat, out var order)
            && await api.MarkSeenAsync(channel, order, cancellationToken) is not PlatformAnswer.Accepted and var answer)
        {
            logger.NotMarkedSeen(channel.Id, answer.Summary);
        }
    }

    public async ValueTask<Profile?> FindProfileAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await orders.FindProfileAsync(channel, chat, cancellationToken);

    public async ValueTask<OrderAnswer> FindOrderAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await orders.FindAsync(channel, chat, cancellationToken);
}
