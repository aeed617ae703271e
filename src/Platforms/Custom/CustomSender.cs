using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Custom;

/// <summary>Posts to the receiver: messages, and what became of them where the channel's setting <c>events</c> asks for it.</summary>
internal sealed class CustomSender(CustomClient client, TimeProvider time)
{
    public async ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (channel.Text(CustomSettings.CallbackUrl) is not { } callbackUrl)
        {
            return OnlyReceives;
        }

        return CustomOutbound.ObjectionTo(message) is { } objection
            ? new SendOutcome.Refused(objection)
            : await PostAsync(
                channel, callbackUrl, message.Id.ToString(), CustomOutbound.Write(message),
                answer => CustomOutbound.ToOutcome(answer, message.Id), cancellationToken);
    }

    /// <summary>Tells what <paramref name="complete"/> adds to the bare event. Refused, and nothing posted, where nobody asked for such.</summary>
    public async ValueTask<SendOutcome> TellAsync(
        ChannelConnection channel, string type, string chat, Func<EventPayload, EventPayload> complete, CancellationToken cancellationToken)
    {
        if (!channel.List(CustomSettings.Events).Contains(type))
        {
            return Refused($"This channel's receiver is not told of this: add '{type}' to the setting events.");
        }

        if (channel.Text(CustomSettings.CallbackUrl) is not { } callbackUrl)
        {
            return OnlyReceives;
        }

        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString();
        var told = complete(new EventPayload { Id = id, Type = type, To = new PersonPayload { Id = chat }, SentAt = now.UtcDateTime });
        var body = JsonSerializer.SerializeToUtf8Bytes(told, CustomJson.Default.EventPayload);
        return await PostAsync(
            channel, callbackUrl, id, body, answer => CustomOutbound.ToOutcome(answer, default), cancellationToken);
    }

    private async ValueTask<SendOutcome> PostAsync(
        ChannelConnection channel, string callbackUrl, string id, byte[] body, Func<CustomAnswer, SendOutcome> read,
        CancellationToken cancellationToken)
    {
        try
        {
            return read(await client.PostAsync(new Uri(callbackUrl), CustomPlatform.KeyOf(channel), id, body, cancellationToken));
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

    private static SendOutcome.Refused OnlyReceives => Refused("This channel only receives: it has no callbackUrl to send to.");

    private static SendOutcome.Refused Refused(string detail) => new(new SendError(SendErrors.NotSupported, detail));
}
