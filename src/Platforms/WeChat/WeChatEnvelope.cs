using System.Text;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>A push out of its envelope, and what it was encrypted with: null for a plain one.</summary>
internal readonly record struct OpenedPush(WeChatPush Push, WeChatCrypt? Crypt);

/// <summary>
/// Whether a request is WeChat's, and what is inside it. Plain or encrypted is the request's own choice, not a setting of ours.
/// </summary>
internal static class WeChatEnvelope
{
    private const string Encrypted = "Encrypt";

    /// <summary>
    /// Verifies a push. Of an encrypted one the signature covers the content; of a plain one it covers the query only, which is
    /// WeChat's own weakness: secure mode is the cure.
    /// </summary>
    public static bool IsAuthentic(ChannelConnection channel, WebhookRequest request)
    {
        if (request.Query.GetValueOrDefault("encrypt_type") is null or "raw")
        {
            return IsSigned(channel, request.Query, "signature");
        }

        try
        {
            return WeChatElements.Read(request.Body)[Encrypted] is { } encrypted
                && IsSigned(channel, request.Query, "msg_signature", encrypted);
        }
        catch (UnreadableWebhookException)
        {
            // The signature is over something inside: what cannot be read cannot be signed.
            return false;
        }
    }

    /// <summary>
    /// Answers the question whether an address is ours: the text to echo, decrypted where it came encrypted; null for a
    /// stranger.
    /// </summary>
    public static string? AnswerVerification(ChannelConnection channel, IReadOnlyDictionary<string, string> query)
    {
        if (query.GetValueOrDefault("echostr") is not { } echo)
        {
            return null;
        }

        if (!query.ContainsKey("msg_signature"))
        {
            return IsSigned(channel, query, "signature") ? echo : null;
        }

        return IsSigned(channel, query, "msg_signature", echo) && Decrypt(channel, echo) is { } opened
            ? Encoding.UTF8.GetString(opened.Content.Span)
            : null;
    }

    /// <summary>
    /// Opens a push. In compatibility mode the plain fields beside the encrypted ones are left alone: nobody signed them.
    /// </summary>
    public static OpenedPush Open(ChannelConnection channel, ReadOnlyMemory<byte> body)
    {
        var outer = WeChatElements.Read(body);
        if (outer[Encrypted] is not { } encrypted)
        {
            return new OpenedPush(outer, Crypt: null);
        }

        return Decrypt(channel, encrypted) is { } opened
            ? new OpenedPush(WeChatElements.Read(opened.Content), opened.Crypt)
            : throw WeChatPush.Unreadable("encrypted with another key, or for another account; look at encodingAesKey and appId");
    }

    private static (ReadOnlyMemory<byte> Content, WeChatCrypt Crypt)? Decrypt(ChannelConnection channel, string encrypted)
    {
        foreach (var crypt in WeChatCrypt.Of(channel))
        {
            if (crypt.Decrypt(encrypted) is { } content)
            {
                return (content, crypt);
            }
        }

        return null;
    }

    private static bool IsSigned(
        ChannelConnection channel, IReadOnlyDictionary<string, string> query, string field, string? content = null)
    {
        if (channel.Text(WeChatSettings.Token) is not { Length: > 0 } token ||
            query.GetValueOrDefault(field) is not { } signature ||
            query.GetValueOrDefault("timestamp") is not { } timestamp ||
            query.GetValueOrDefault("nonce") is not { } nonce)
        {
            return false;
        }

        return content is null
            ? WeChatSignature.Matches(signature, token, timestamp, nonce)
            : WeChatSignature.Matches(signature, token, timestamp, nonce, content);
    }
}
