using System.Collections.Frozen;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>Every method of the Bot API that is played here; a line each. Names are found in any case.</summary>
internal static class MethodTable
{
    private static readonly FrozenDictionary<string, BotMethod> Methods = new BotMethod[]
    {
        new("getMe", BotMethods.GetMe),
        new("setMyCommands", BotMethods.SetMyCommands),
        new("getMyCommands", BotMethods.GetMyCommands),
        new("deleteMyCommands", BotMethods.DeleteMyCommands),
        new("getUpdates", UpdateMethods.GetUpdatesAsync),
        new("setWebhook", UpdateMethods.SetWebhookAsync),
        new("deleteWebhook", UpdateMethods.DeleteWebhookAsync),
        new("getWebhookInfo", UpdateMethods.GetWebhookInfo),
        new("sendMessage", SendMethods.SendMessage),
        new("sendLocation", SendMethods.SendLocation),
        new("sendVenue", SendMethods.SendVenue),
        new("sendContact", SendMethods.SendContact),
        new("sendPhoto", MediaMethods.Send(MediaKind.Photo)),
        new("sendDocument", MediaMethods.Send(MediaKind.Document)),
        new("sendVideo", MediaMethods.Send(MediaKind.Video)),
        new("sendAudio", MediaMethods.Send(MediaKind.Audio)),
        new("sendVoice", MediaMethods.Send(MediaKind.Voice)),
        new("sendVideoNote", MediaMethods.Send(MediaKind.VideoNote)),
        new("sendAnimation", MediaMethods.Send(MediaKind.Animation)),
        new("sendSticker", MediaMethods.Send(MediaKind.Sticker)),
        new("sendMediaGroup", MediaMethods.SendMediaGroupAsync),
        new("getFile", MediaMethods.GetFile),
        new("editMessageText", EditMethods.EditText),
        new("editMessageCaption", EditMethods.EditCaption),
        new("editMessageMedia", EditMethods.EditMediaAsync),
        new("editMessageReplyMarkup", EditMethods.EditReplyMarkup),
        new("deleteMessage", EditMethods.DeleteMessage),
        new("deleteMessages", EditMethods.DeleteMessages),
        new("answerCallbackQuery", ChatMethods.AnswerCallbackQuery),
        new("sendChatAction", ChatMethods.SendChatAction),
        new("setMessageReaction", ChatMethods.SetMessageReaction),
    }.ToFrozenDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);

    public static BotMethod? Find(string name) => Methods.GetValueOrDefault(name);
}

internal sealed record BotMethod(string Name, Func<BotCall, CancellationToken, ValueTask<Answer>> Run)
{
    /// <summary>For the many methods that wait for nothing.</summary>
    public BotMethod(string name, Func<BotCall, Answer> run)
        : this(name, (call, _) => ValueTask.FromResult(run(call)))
    {
    }
}
