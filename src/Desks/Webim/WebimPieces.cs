using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Desks.Webim;

/// <summary>What a customer's message becomes at Webim, which knows texts and files: all else is said in words. Pure.</summary>
internal static class WebimPieces
{
    /// <param name="content">What the customer sent.</param>
    /// <param name="file">Where Webim can fetch its file; null where it has none, or it cannot be fetched.</param>
    /// <param name="longest">UTF-16 units of a text at most.</param>
    public static IReadOnlyList<WebimPiece> Of(MessageContent content, Uri? file, int longest) => content switch
    {
        MessageContent.Media { Kind: MediaKind.Sticker } sticker => InWords(sticker.Caption ?? "[sticker]", longest),
        MessageContent.Media media when file is not null =>
            [new WebimPiece.File(file, NameOf(media), media.File), .. InWords(media.Caption, longest)],
        MessageContent.Media media => InWords(Join($"📎 {NameOf(media)}", media.Caption), longest),
        _ => InWords(WordsOf(content), longest),
    };

    /// <summary>A text in as many parts as it needs, cut behind sentences where that is possible.</summary>
    public static IReadOnlyList<WebimPiece> InWords(string? text, int longest) => string.IsNullOrWhiteSpace(text)
        ? []
        : [.. TextSplitter.Split(text, longest, int.MaxValue).Select(part => new WebimPiece.Words(part))];

    /// <summary>What a file is called; those of messengers often have no name.</summary>
    public static string NameOf(MessageContent.Media media) => media.File.FileName ?? $"{media.Kind.TypeName()}{EndingOf(media.File.MimeType)}";

    private static string? WordsOf(MessageContent content) => content switch
    {
        MessageContent.Location place => Join(place.Name, string.Create(
            CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={place.Latitude:0.######}&mlon={place.Longitude:0.######}")),
        MessageContent.ContactCard card => Join(card.Name, card.Phone),
        MessageContent.Menu menu => string.IsNullOrWhiteSpace(menu.Body) ? menu.Key : menu.Body,
        MessageContent.Unsupported unsupported => $"[{unsupported.Kind}]",
        _ => content.Words(),
    };

    private static string Join(string? first, string? second) =>
        string.Join('\n', new[] { first, second }.Where(line => !string.IsNullOrWhiteSpace(line)));

    private static string EndingOf(string? type) => type switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "audio/ogg" => ".ogg",
        "audio/mpeg" => ".mp3",
        "audio/mp4" => ".m4a",
        "video/mp4" => ".mp4",
        "application/pdf" => ".pdf",
        _ => "",
    };
}
