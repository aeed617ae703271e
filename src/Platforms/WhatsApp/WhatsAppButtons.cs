using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// Text with buttons in whichever of WhatsApp's forms takes them ("Cloud API, Interactive messages"): up to three short ones
/// under the text, else a list that opens; one that leads to a page or asks for the place stands alone.
/// </summary>
internal static class WhatsAppButtons
{
    public const int MostRows = 10;
    private const int MostButtons = 3;
    private const int LongestBody = 1024;
    private const int LongestTitle = 20;
    private const int LongestRow = 24;
    private const int LongestDescription = 72;

    /// <summary>Opens the list, in every customer's language.</summary>
    private const string OpenList = "☰";

    /// <summary>Why WhatsApp has no form for these; null when it has.</summary>
    public static string? Refusal(string body, IReadOnlyList<Button> items) => items switch
    {
        [] => null,
        _ when body.Length > LongestBody =>
            "Above buttons WhatsApp takes 1024 characters; send the long text first and the buttons after it.",
        _ when items.Any(item => item.Request is not (null or "location")) =>
            "WhatsApp's buttons cannot ask for a phone number; it is known already.",
        _ when items.Count > 1 && items.Any(StandsAlone) =>
            "On WhatsApp a button that opens a page or asks for the place stands alone.",
        [var link] when StandsAlone(link) && link.Text.Length > LongestTitle => "WhatsApp takes 20 characters on this button.",
        _ when items.Count > MostRows => "WhatsApp takes ten buttons.",
        _ when HasTwins(items, KeyOf) || HasTwins(items, item => Cut(item.Text, LongestRow)) =>
            "WhatsApp tells buttons apart by label and key; two of these are the same.",
        _ => null,
    };

    public static InteractiveBody Write(string body, IReadOnlyList<Button> items) => items switch
    {
        [{ Url: { } url } link] => Interactive(
            "cta_url", body, new() { Name = "cta_url", Parameters = new LinkParameters(link.Text, url) }),
        [{ Request: "location" }] => Interactive("location_request_message", body, new() { Name = "send_location" }),
        _ when items.Count <= MostButtons && items.All(item => item.Text.Length <= LongestTitle) => Interactive(
            "button", body, new() { Buttons = [.. items.Select(ToButton)] }),
        _ => Interactive(
            "list", body, new() { Button = OpenList, Sections = [new ListSection([.. items.Select(ToRow)])] }),
    };

    private static InteractiveBody Interactive(string type, string body, InteractiveAction action) =>
        new(type, new InteractiveText(body), action);

    private static ReplyButton ToButton(Button item) => new(new ReplyChoice(KeyOf(item), item.Text));

    /// <summary>A label too long for a row's title begins there and stands whole below it.</summary>
    private static ListRow ToRow(Button item) => new(
        KeyOf(item),
        Cut(item.Text, LongestRow),
        item.Text.Length > LongestRow ? Cut(item.Text, LongestDescription) : null);

    private static bool HasTwins(IReadOnlyList<Button> items, Func<Button, string> part) =>
        items.Select(part).Distinct().Count() < items.Count;

    private static string KeyOf(Button item) => item.Key ?? item.Text;

    private static bool StandsAlone(Button item) => item.Url is not null || item.Request is not null;

    /// <summary>Never between the halves of one character.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return $"{text[..end]}…";
    }
}
