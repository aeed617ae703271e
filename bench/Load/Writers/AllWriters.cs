namespace Rozmova.Bench.Writers;

/// <summary>Everything that writes to us by webhooks.</summary>
internal static class AllWriters
{
    public static MessageWriter Telegram { get; } = new TelegramWriter();

    public static MessageWriter Custom { get; } = new CustomWriter();

    public static IReadOnlyList<MessageWriter> Others { get; } =
    [
        new ViberWriter(),
        new WhatsAppWriter(),
        new DirectWriter("messenger", "pageAccessToken", "pageId"),
        new DirectWriter("instagram", "accessToken", "accountId"),
        new WeChatWriter(),
        new EncryptedWeChatWriter(),
        Custom,
    ];
}
