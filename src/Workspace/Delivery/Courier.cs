using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Delivery;

/// <summary>Hands one message to its platform and always comes back with an outcome.</summary>
internal sealed class Courier(
    IMediaFiles media, RelayedMessages relayed, RelayAddresses addresses, TimeProvider time, ILogger<Courier> log)
{
    /// <summary>Platforms give up much sooner by themselves, except for large files on slow lines.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromMinutes(5);

    private static readonly SendError TextLost = new(
        SendErrors.TextLost, "What it says was in memory only and was lost before it left. The customer did not get it: write it again.");

    /// <param name="abandon">Ends the wait when the program has to end: the outcome is then unknown.</param>
    public async Task<SendOutcome> SendAsync(LiveChannel channel, Departure departure, CancellationToken abandon)
    {
        if (departure.Message.Content is not MessageContent.Withheld)
        {
            return await HandOverAsync(channel, ToOutbound(departure, departure.Message.Content), isPassing: false, abandon);
        }

        if (relayed.Find(departure.Message) is not { Content: var content })
        {
            return new SendOutcome.Refused(TextLost);
        }

        var outcome = await HandOverAsync(channel, ToOutbound(departure, content), isPassing: true, abandon);
        if (outcome is SendOutcome.Sent or SendOutcome.Taken)
        {
            relayed.Sent(departure.Message);
        }

        return WithheldErrors.Strip(outcome);
    }

    private async Task<SendOutcome> HandOverAsync(LiveChannel channel, OutboundMessage message, bool isPassing, CancellationToken abandon)
    {
        using var late = new CancellationTokenSource(LongestSend, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, abandon);
        try
        {
            // WaitAsync: a platform that ignores its token must not hold the conversation for ever.
            return await channel.Platform.SendAsync(channel.Connection, message, stop.Token).AsTask().WaitAsync(stop.Token);
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
            log.SendThrew(isPassing ? null : exception, channel.Row.Id, message.Id); // what is thrown may quote what was sent
            return new SendOutcome.Unknown("The attempt broke off, so it may or may not have arrived.");
        }
    }

    private OutboundMessage ToOutbound(Departure departure, MessageContent content)
    {
        var file = content.Attached?.Id;
        var message = new OutboundMessage
        {
            Id = departure.Message.Id,
            ConversationId = departure.Message.ConversationId,
            Chat = departure.Chat,
            Content = content,
            ReplyTo = departure.ReplyTo,
            CreatedAt = departure.Message.CreatedAt,
            LastInboundAt = departure.LastInboundAt,
            IsAutomatic = departure.Message.Author.Kind is AuthorKind.Automation,
        };
        return file switch
        {
            null => message,
            { } id when departure.Message.Content is MessageContent.Withheld => message with
            {
                OpenFile = _ => ValueTask.FromResult(relayed.FindFile(id)?.Open() ?? throw new MediaUnavailableException("The file is lost.")),
                FileUrl = addresses.Create(id),
            },
            { } id => message with { OpenFile = stop => media.OpenAsync(id, stop), FileUrl = media.PublicAddress(id) },
        };
    }
}
