using System.Collections.Concurrent;
using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>A text on its way out that may still leave as the answer to a push.</summary>
internal sealed class ReplyOffer(ChannelId channel, string chat, string text)
{
    public (ChannelId, string) Key => (channel, chat);

    public string Text => text;

    public bool IsTaken { get; set; }
}

/// <summary>
/// What we answer to pushes (page "Passive replies"): the text that is on its way to this very follower, if there is one, else
/// <c>success</c>. No push ever waits for an answer to appear, so those five seconds are never at risk.
/// </summary>
internal sealed class WeChatReplies(TimeProvider time)
{
    /// <summary>
    /// WeChat hangs up after five seconds: a reply given near that moment could be lost, and an offer taken for it with it.
    /// </summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(3);

    private static readonly WebhookAnswer Success = new("success"u8.ToArray(), "text/plain");

    private readonly ConcurrentDictionary<(ChannelId, string), ReplyOffer> _offers = [];

    public ReplyOffer Offer(ChannelConnection channel, string chat, string text)
    {
        var offer = new ReplyOffer(channel.Id, chat, text);
        _offers[offer.Key] = offer; // Delivery sends to one chat one after another, so this replaces nothing
        return offer;
    }

    /// <summary>After it nobody takes the offer any more, and whether somebody has is settled.</summary>
    public void Withdraw(ReplyOffer offer) => offer.IsTaken = !_offers.TryRemove(KeyValuePair.Create(offer.Key, offer));

    public WebhookAnswer AnswerTo(ChannelConnection channel, WebhookRequest request)
    {
        if (_offers.IsEmpty || time.GetUtcNow() - request.ReceivedAt > Prompt)
        {
            return Success;
        }

        try
        {
            var (push, crypt) = WeChatEnvelope.Open(channel, request.Body);
            return push.To is { Length: > 0 } && WeChatEvents.TakesReply(push)
                && _offers.TryRemove((channel.Id, push.From), out var offer)
                ? new WebhookAnswer(Encoding.UTF8.GetBytes(Write(channel, push, offer.Text, crypt)), "text/xml")
                : Success;
        }
        catch (UnreadableWebhookException)
        {
            // It lies in quarantine by now; WeChat is told that all is well, or it would send it again.
            return Success;
        }
    }

    private string Write(ChannelConnection channel, WeChatPush push, string text, WeChatCrypt? crypt)
    {
        var now = time.GetUtcNow();
        var reply = WeChatReplyXml.Text(to: push.From, from: push.To!, text, now);
        return crypt is null ? reply : WeChatReplyXml.Seal(reply, crypt, channel.RequiredText(WeChatSettings.Token), now);
    }
}
