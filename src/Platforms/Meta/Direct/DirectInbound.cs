using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// The items of a request to what happened ("Messenger Platform", Webhooks; "Instagram Platform", Webhooks). Pure. Hot path.
/// </summary>
internal static class DirectInbound
{
    /// <summary>What happens between apps, or between an app and Meta: nothing a customer did.</summary>
    private static readonly FrozenSet<string> Ignored = new[]
    {
        "account_linking", "pass_thread_control", "take_thread_control", "request_thread_control", "app_roles",
        "policy_enforcement",
    }.ToFrozenSet();

    public static void ReadAll(DirectItem?[] items, string account, List<InboundEvent> events)
    {
        foreach (var item in items)
        {
            if (item is not null)
            {
                events.AddRange(Read(item, account));
            }
        }
    }

    private static IReadOnlyList<InboundEvent> Read(DirectItem item, string account)
    {
        var isOurs = item.Message?.IsEcho == true || item.Sender?.Id == account;
        if ((isOurs ? item.Recipient : item.Sender)?.Id is not { Length: > 0 } chat)
        {
            return [];
        }

        return item switch
        {
            { Message: { } message } => DirectMessages.Read(message, item, chat, isOurs),
            { Postback: { } postback } => DirectMessages.Read(postback, item, chat),
            { MessageEdit: { } edit } => DirectMessages.Read(edit, item, chat),
            { Delivery: { } delivery } => DirectReceipts.Read(delivery, chat),
            { Read: { } read } => DirectReceipts.Read(read, item, chat),
            { Reaction: { } reaction } => DirectReceipts.Read(reaction, item, chat),
            { Referral: { } referral } => [DirectReferral.Read(referral, item, chat)],
            { Optin: { } optin } => [DirectReferral.Read(optin, item, chat)],
            { Others: { } others } => ReadUnknown(others, item, chat),
            _ => [],
        };
    }

    private static InboundEvent[] ReadUnknown(Dictionary<string, JsonElement> others, DirectItem item, string chat) =>
        others.Keys.FirstOrDefault(kind => !Ignored.Contains(kind)) is { } kind
            ? [DirectMessages.Received(IdOf(kind, item, chat), item, chat, new MessageContent.Unsupported(kind))]
            : [];

    /// <summary>The id of something Meta gives none: its kind and time. The scope tells it from Meta's own.</summary>
    internal static PlatformMessageId IdOf(string kind, DirectItem item, string chat) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{kind}-{item.Timestamp}"), chat);
}
