using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Delivery;

/// <summary>Hands one message to its platform and always comes back with an outcome.</summary>
internal sealed class Courier(IMediaFiles media, TimeProvider time, ILogger<Courier> log)
{
    /// <summary>Platforms give up much sooner by themselves, except for large files on slow lines.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromMinutes(5);

    /// <param name="abandon">Ends the wait when the program has to end: the outcome is then unknown.</param>
    public async Task<SendOutcome> SendAsync(LiveChannel channel, Departure departure, CancellationToken abandon)
    {
        using var late = new CancellationTokenSource(LongestSend, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, abandon);
        try
        {
            // WaitAsync: a platform that ignores its token must not hold the conversation for ever.
            return await channel.Platform.SendAsync(channel.Connection, ToOutbound(departure), stop.Token).AsTask().WaitAsync(stop.Token);
        }
        catch (MediaUnavailableException missing)
        {
            return new SendOutcome.Refused(new SendError(SendErrors.FileRefused, missing.Message));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new SendOutcome.Unknown("No answer came in time.");
        }
        catch (Exception exception) // the contract: whatever a platform throws, the request may have left
        {
            log.SendThrew(exception, channel.Row.Id, departure.Message.Id);
            return new SendOutcome.Unknown("The attempt broke off, so it may or may not have arrived.");
        }
    }

    private OutboundMessage ToOutbound(Departure departure)
    {
        var file = departure.Message.Content.Attached?.Id;
        return new OutboundMessage
        {
            Id = departure.Message.Id,
            ConversationId = departure.Message.ConversationId,
            Chat = departure.Chat,
            Content = departure.Message.Content,
            ReplyTo = departure.ReplyTo,
            CreatedAt = departure.Message.CreatedAt,
            LastInboundAt = departure.LastInboundAt,
            IsAutomatic = departure.Message.Author.Kind is AuthorKind.Automation,
            OpenFile = file is { } id ? cancellationToken => media.OpenAsync(id, cancellationToken) : null,
            FileUrl = file is { } fetched ? media.PublicAddress(fetched) : null,
        };
    }
}
