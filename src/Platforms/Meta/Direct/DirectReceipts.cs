using Rozmova.Messaging;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>What became of messages: delivered, read, reacted to.</summary>
internal static class DirectReceipts
{
    public static IReadOnlyList<InboundEvent> Read(DeliveryPayload delivery, string chat) =>
    [
        .. (delivery.Mids ?? []).OfType<string>().Select(mid => Report(DeliveryReport.Delivered, mid, chat)),
        .. UpTo(DeliveryReport.Delivered, delivery.Watermark, chat),
    ];

    /// <summary>
    /// Instagram names the newest message that was read; those before it were too, and at that moment all had been seen.
    /// </summary>
    public static IReadOnlyList<InboundEvent> Read(ReadPayload read, DirectItem item, string chat) => read.Mid is { } mid
        ? [Report(DeliveryReport.Read, mid, chat), .. UpTo(DeliveryReport.Read, item.Timestamp, chat)]
        : UpTo(DeliveryReport.Read, read.Watermark, chat);

    public static IReadOnlyList<InboundEvent> Read(ReactionPayload reaction, DirectItem item, string chat) =>
        reaction.Mid is { } mid
            ?
            [
                new InboundEvent.ReactionsChanged
                {
                    Chat = chat,
                    Id = new PlatformMessageId(mid),
                    Emojis = reaction.Action == "unreact" ? [] : [reaction.Emoji ?? EmojiOf(reaction.Reaction)],
                    At = DirectTime.Read(item.Timestamp) ?? DateTimeOffset.UnixEpoch,
                },
            ]
            : [];

    private static InboundEvent.DeliveryReported Report(DeliveryReport report, string mid, string chat) =>
        new() { Chat = chat, Id = new PlatformMessageId(mid), Report = report };

    private static InboundEvent[] UpTo(DeliveryReport report, long watermark, string chat) =>
        DirectTime.Read(watermark) is { } moment
            ? [new InboundEvent.WatermarkReported { Chat = chat, Report = report, UpTo = moment }]
            : [];

    /// <summary>For reactions that come with a name only.</summary>
    private static string EmojiOf(string? name) => name switch
    {
        "love" => "❤️",
        "like" => "👍",
        "dislike" => "👎",
        "smile" or "laugh" => "😆",
        "wow" => "😮",
        "sad" => "😢",
        "angry" => "😠",
        _ => "❔",
    };
}
