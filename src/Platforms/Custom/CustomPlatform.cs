using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Custom;

/// <summary>
/// The generic way in and out for anything that can sign a request: JSON as the HTTP API writes it, under Standard Webhooks
/// signatures in both directions.
/// </summary>
internal sealed class CustomPlatform(CustomClient client) : IWebhookPlatform, IMediaPlatform
{
    public string Key => "custom";

    public PlatformCapabilities Capabilities => CustomCapabilities.All;

    public IReadOnlyList<SettingField> Settings => CustomSettings.Fields;

    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request) => KeyOf(channel).Verify(
        request.Headers.GetValueOrDefault(StandardWebhook.IdHeader),
        request.Headers.GetValueOrDefault(StandardWebhook.TimestampHeader),
        request.Headers.GetValueOrDefault(StandardWebhook.SignatureHeader),
        request.Body.Span,
        request.ReceivedAt);

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        [CustomInbound.Read(body.Span)];

    public async ValueTask<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (channel.Text(CustomSettings.CallbackUrl) is not { } callbackUrl)
        {
            return new SendOutcome.Refused(new SendError(
                SendErrors.NotSupported, "This channel only receives: it has no callbackUrl to send to."));
        }

        if (CustomOutbound.ObjectionTo(message) is { } objection)
        {
            return new SendOutcome.Refused(objection);
        }

        try
        {
            var answer = await client.PostAsync(
                new Uri(callbackUrl), KeyOf(channel), message.Id, CustomOutbound.Write(message), cancellationToken);
            return CustomOutbound.ToOutcome(answer, message.Id);
        }
        catch (HttpRequestException refused) when (refused.InnerException is AddressNotAllowedException reason)
        {
            // The address was fine when it was saved: hold what is queued until an admin has looked.
            return new SendOutcome.ChannelRejected($"callbackUrl cannot be used. {reason.Message}");
        }
        catch (HttpRequestException unreached) when (PlatformHttp.WhyNeverSent(unreached.HttpRequestError) is not null)
        {
            return new SendOutcome.NotDelivered("The receiver cannot be reached.");
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or OperationCanceledException)
        {
            // It may have arrived. A person decides; webhook-id stays the same, so a receiver that takes an id once is
            // safe then too.
            return new SendOutcome.Unknown("The receiver did not answer.");
        }
    }

    public async ValueTask<RemoteMedia> OpenMediaAsync(
        ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var address = RemoteFile.AddressIn(file.RemoteKey)
            ?? throw new MediaUnavailableException("The file came without an http or https address.");
        return await client.OpenAsync(address, cancellationToken);
    }

    private static StandardWebhook KeyOf(ChannelConnection channel) => new(channel.RequiredText(CustomSettings.Secret));
}
