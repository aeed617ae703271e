using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>A message of ours as the CRM takes it, and how it is known again in the chat. Pure.</summary>
internal static class SellerCrmOutbound
{
    /// <summary>Why the CRM cannot take <paramref name="message"/>; null when it can.</summary>
    public static SendError? Refusal(ChannelConnection channel, OutboundMessage message) => message.Content switch
    {
        _ when !TryOrder(message.Chat, out _) => new SendError(SendErrors.ChatNotFound, "This is no order of the CRM."),
        MessageContent.Text => null,
        MessageContent.Media { Kind: MediaKind.Sticker } => NotSupported("The CRM has no stickers; send it as a picture."),
        MessageContent.Media { File.Size: { } size } when size > SellerCrmSettings.LargestFile(channel) => new SendError(
            SendErrors.FileRefused,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file has {size} bytes; the channel's maxFileBytes is {SellerCrmSettings.LargestFile(channel)}.")),
        MessageContent.Media => null,
        _ => NotSupported("The CRM takes texts and files only; write it in words."),
    };

    public static SendRequest Write(MessageContent content, JsonElement? file) => content switch
    {
        MessageContent.Media { Caption: var caption } => new SendRequest(caption ?? "", file is { } named ? [named] : null),
        MessageContent.Text { Body: var text } => new SendRequest(text, Files: null),
        _ => throw new System.Diagnostics.UnreachableException($"{content} is refused before it comes here."),
    };

    /// <summary>Whether a message that stands in the chat says what ours does.</summary>
    public static bool IsOurs(MessageContent ours, ChatMessage shown) => shown is { IsFromSeller: true, IsDeleted: false } && ours switch
    {
        MessageContent.Media media => shown.HasFile && IsSameName(media.File.FileName, shown.FileName)
            && SellerCrmText.IsSame(media.Caption, SellerCrmText.Read(shown.Message)),
        MessageContent.Text { Body: var text } => !shown.HasFile && SellerCrmText.IsSame(text, SellerCrmText.Read(shown.Message)),
        _ => false,
    };

    public static bool TryOrder(string chat, out long order) =>
        long.TryParse(chat, NumberStyles.None, CultureInfo.InvariantCulture, out order) && order > 0;

    private static bool IsSameName(string? ours, string? shown) => string.IsNullOrEmpty(ours) || string.IsNullOrEmpty(shown) || ours == shown;

    private static SendError NotSupported(string detail) => new(SendErrors.NotSupported, detail);
}
