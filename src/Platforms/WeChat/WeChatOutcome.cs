using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// WeChat's answer to a <see cref="SendOutcome"/>, in words an operator understands (page "Global return codes"). Pure.
/// </summary>
internal static class WeChatOutcome
{
    private const int DailyQuota = 45009;
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);
    private static readonly TimeSpan FrequencyWait = TimeSpan.FromSeconds(10);

    /// <summary>WeChat gives a customer-service message no id, so it goes by ours.</summary>
    public static PlatformMessageId OwnId(OutboundMessage message) => new(message.Id.ToString());

    /// <summary>Template messages are numbered apart from what followers write.</summary>
    public static PlatformMessageId TemplateId(string id) => new(id, "template");

    public static SendOutcome OfSend(PlatformAnswer answer, OutboundMessage message, DateTimeOffset now) => answer switch
    {
        PlatformAnswer.Accepted { Body: var body } when message.Content is MessageContent.Template => OfTemplate(body, message),
        PlatformAnswer.Accepted => new SendOutcome.Sent(OwnId(message)),
        WeChatRejection { Code: -1 } rejected => new SendOutcome.NotDelivered($"WeChat is busy: {Quote(rejected)}."),
        WeChatRejection { Code: DailyQuota } => new SendOutcome.Throttled(UntilMidnight(now), ThrottleScope.Channel),
        WeChatRejection { Code: WeChatCodes.TooFrequent } => new SendOutcome.Throttled(FrequencyWait, ThrottleScope.Channel),
        WeChatRejection rejected when ChannelTrouble(rejected) is { } trouble => new SendOutcome.ChannelRejected(trouble),
        WeChatRejection rejected => new SendOutcome.Refused(ErrorOf(rejected)),
        PlatformAnswer.NoAnswer { Outcome: var outcome } => outcome,
        _ => new SendOutcome.Unknown("WeChat's answer could not be read."),
    };

    /// <summary>What an answer says about the channel as a whole.</summary>
    public static ConnectionReport OfChannel(PlatformAnswer answer, DateTimeOffset now) => answer switch
    {
        PlatformAnswer.Accepted => ConnectionReport.Connected,
        WeChatRejection { Code: DailyQuota } => ConnectionReport.Failed(
            "The account has used up its calls for today; WeChat counts anew at midnight in China.", UntilMidnight(now)),
        WeChatRejection rejected => ConnectionReport.Failed(ChannelTrouble(rejected) ?? $"WeChat says: {Quote(rejected)}."),
        PlatformAnswer.NoAnswer { Detail: var detail } => ConnectionReport.Failed(detail),
        _ => ConnectionReport.Failed("WeChat's answer could not be read."),
    };

    public static string Quote(WeChatRejection rejected) =>
        string.Create(CultureInfo.InvariantCulture, $"{rejected.Code} {rejected.Message}");

    /// <summary>
    /// It says "ok"; without an id we can read it is sent all the same, only its delivery report will find no message.
    /// </summary>
    private static SendOutcome.Sent OfTemplate(ReadOnlyMemory<byte> body, OutboundMessage message) =>
        PlatformJson.Read(body, WeChatJson.Default.SentTemplate) is { MessageId: not 0 and var id }
            ? new SendOutcome.Sent(TemplateId(id.ToString(CultureInfo.InvariantCulture)))
            : new SendOutcome.Sent(OwnId(message));

    /// <summary>
    /// Why nothing of this channel can be sent, and what an admin does about it; null where it is the one message's trouble.
    /// </summary>
    private static string? ChannelTrouble(WeChatRejection rejected) => rejected.Code switch
    {
        40001 or 40014 or 42001 =>
            $"WeChat does not accept the access token it gave us a moment ago ({Quote(rejected)}): check appSecret, and "
            + "that no other program renews this account's token.",
        40013 or 41002 =>
            $"WeChat does not know this appId ({Quote(rejected)}); copy it from mp.weixin.qq.com, Basic configuration.",
        40125 or 41004 =>
            $"WeChat does not accept appSecret ({Quote(rejected)}); reset it at mp.weixin.qq.com, Basic configuration, "
            + "and put it into the settings.",
        40164 =>
            $"WeChat lets in known addresses only ({Quote(rejected)}); add this server's to the IP whitelist at "
            + "mp.weixin.qq.com, Basic configuration.",
        89503 =>
            $"An administrator of the account has to confirm this server's address first ({Quote(rejected)}); WeChat "
            + "has sent them a message.",
        48004 =>
            $"WeChat has blocked this interface for a breach of its rules ({Quote(rejected)}); sign in at "
            + "mp.weixin.qq.com to see why.",
        50001 or 50002 => $"WeChat has restricted this account ({Quote(rejected)}); sign in at mp.weixin.qq.com to see why.",
        _ => null,
    };

    private static SendError ErrorOf(WeChatRejection rejected) => rejected.Code switch
    {
        40003 =>
            new(SendErrors.ChatNotFound, "WeChat does not know this follower, or they belong to another account: "
                + $"{Quote(rejected)}."),
        43004 => new(SendErrors.Blocked, $"The customer does not follow the account any more: {Quote(rejected)}."),
        43019 or 62751 => new(SendErrors.Blocked, $"The customer is on the account's blacklist: {Quote(rejected)}."),
        48002 or 10703 => new(SendErrors.Blocked, $"The customer has switched messages of the account off: {Quote(rejected)}."),
        45015 or 10706 => new(
            SendErrors.WindowClosed,
            "WeChat lets us answer for 48 hours after the customer's last message, and for a minute after a menu "
            + $"press, a scan or a new follow: {Quote(rejected)}."),
        45047 => new(
            SendErrors.WindowClosed,
            $"WeChat takes only a few answers to one message of the customer's; wait until they write again: {Quote(rejected)}."),
        >= 40004 and <= 40007 or >= 40009 and <= 40012 or 41005 or WeChatCodes.FileTooLarge => new(
            SendErrors.FileRefused, $"WeChat does not take this file: {Quote(rejected)}."),
        45002 => new(SendErrors.NotSupported, $"The text is too long for WeChat: {Quote(rejected)}."),
        40008 or 45008 => new(SendErrors.NotSupported, $"WeChat does not take a message of this shape: {Quote(rejected)}."),
        48001 => new(
            SendErrors.NotSupported, "WeChat has not granted this account the right to send it; most rights need a "
            + $"verified account: {Quote(rejected)}."),
        WeChatCodes.NoSuchTemplate => new(SendErrors.Rejected, $"The account has no template of this id: {Quote(rejected)}."),
        WeChatCodes.WrongParameters =>
            new(SendErrors.Rejected, $"The template does not take these parameters: {Quote(rejected)}."),
        40033 or 40035 or 40038 or 41001 or 43002 or 43003 or 44002 or 44004 or 47001 or 61451 => new(
            SendErrors.Rejected, $"WeChat could not read our request; please report it: {Quote(rejected)}."),
        _ => new(SendErrors.Rejected, $"WeChat refused: {Quote(rejected)}."),
    };

    /// <summary>Daily quotas begin anew at midnight in China, which knows one time zone and no summer time.</summary>
    private static TimeSpan UntilMidnight(DateTimeOffset now)
    {
        var there = now.ToOffset(ChinaTime);
        return TimeSpan.FromDays(1) - there.TimeOfDay;
    }
}
