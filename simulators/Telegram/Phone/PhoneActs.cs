using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>What a press of a button or a sent form means for the customer.</summary>
internal static class PhoneActs
{
    public static void Act(Customer customer, IFormCollection form)
    {
        var message = Number(form, "message") ?? 0;
        _ = (string?)form["do"] switch
        {
            "start" => customer.Start(),
            "block" => customer.BlockBot(),
            "unblock" => customer.UnblockBot(),
            "press" when GroupIn(customer, form) is { } group => group.Press(customer, message, form["data"].ToString()),
            "press" => customer.PressInlineButton(message, form["data"].ToString()),
            "key" => customer.PressKey(form["label"].ToString()),
            "react" => customer.React(message, form["emoji"] is [{ Length: > 0 } emoji] ? emoji : null),
            "photo" => customer.SendPhoto(Samples.Photo(hue: 200)),
            "album" => customer.SendAlbum([Samples.Photo(20), Samples.Photo(140), Samples.Photo(280)], "Three of them")[0],
            "voice" => customer.SendVoice(Samples.Voice),
            "audio" => customer.SendAudio(Samples.Audio),
            "video" => customer.SendVideo(Samples.Video),
            "video_note" => customer.SendVideoNote(Samples.Video),
            "document" => customer.SendDocument(Samples.Document),
            "sticker" => customer.SendSticker(Samples.Sticker),
            "animation" => customer.SendAnimation(Samples.Video),
            "location" => customer.SendLocation(50.4501, 30.5234),
            "venue" => customer.SendVenue(50.4501, 30.5234, "Main office", "1 Example St, Kyiv"),
            "contact" => customer.SendContact(),
            _ => throw new InvalidOperationException("The phone has no such button."),
        };
    }

    public static async Task WriteAsync(Customer customer, IFormCollection form, CancellationToken cancellationToken)
    {
        var text = form["text"].ToString().Trim();
        var replyTo = Number(form, "reply");
        if (form.Files is [{ Length: > 0 } file, ..])
        {
            SendFile(customer, await ReadAsync(file, cancellationToken), text, replyTo);
        }
        else if (text.Length > 0 && Number(form, "edit") is { } edited)
        {
            customer.Edit(edited, text);
        }
        else if (text.Length > 0)
        {
            customer.SendText(text, replyTo);
        }
    }

    private static void SendFile(Customer customer, SimulatedFile file, string caption, int? replyTo) =>
        customer.SendMedia(file.MimeType.Split('/')[0] switch
        {
            "image" => MediaKind.Photo,
            "video" => MediaKind.Video,
            "audio" => MediaKind.Audio,
            _ => MediaKind.Document,
        }, file, caption, replyTo);

    private static async Task<SimulatedFile> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new SimulatedFile(file.FileName, file.ContentType, content);
    }

    private static Group? GroupIn(Customer customer, IFormCollection form) =>
        long.TryParse(form["group"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? customer.Bot.FindGroup(id) : null;

    private static int? Number(IFormCollection form, string name) =>
        int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
