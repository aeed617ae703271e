using System.Globalization;
using System.Text.RegularExpressions;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta;

/// <summary>Approved templates, which WhatsApp and Messenger list alike ("Message templates", "Page Message Templates").</summary>
internal static partial class MetaTemplates
{
    public const string Query = "message_templates?status=APPROVED&limit=100";

    private const int MostPages = 10;

    /// <param name="askAsync">Asks for a page; what it is given goes to the end of the query.</param>
    /// <param name="objection">Why an answer brings no templates.</param>
    /// <param name="canSend">What the platform has beyond the rules for both.</param>
    public static async Task<TemplateListing> ListAsync(
        Func<string, Task<PlatformAnswer>> askAsync, Func<PlatformAnswer, string> objection, Func<MessageTemplate, bool> canSend)
    {
        var found = new List<MessageTemplate>();
        var after = "";
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await askAsync(after);
            if (answer is not PlatformAnswer.Accepted { Body: var body }
                || PlatformJson.Read(body, MetaJson.Default.TemplatePage) is not { } read)
            {
                return new TemplateListing.Unavailable(objection(answer));
            }

            var approved = (read.Data ?? []).Where(template => template is { Status: "APPROVED", Name: not null }).Select(Read!);
            found.AddRange(approved.Select(template => template with { CanSend = template.CanSend && canSend(template) }));
            if (read.Paging is not { Next: not null, Cursors.After: { Length: > 0 } cursor })
            {
                break;
            }

            after = $"&after={Uri.EscapeDataString(cursor)}";
        }

        return new TemplateListing.Found(found);
    }

    private static MessageTemplate Read(ApprovedTemplate template)
    {
        var header = Part(template, "HEADER");
        var text = Part(template, "BODY")?.Text ?? "";
        TemplateButton[] buttons = [.. (Part(template, "BUTTONS")?.Buttons ?? []).OfType<TemplateButton>()];
        return new MessageTemplate(template.Name!, template.Language, text, PlacesOf(text))
        {
            Category = template.Category?.ToLowerInvariant(),
            Header = header?.Text,
            HeaderNeeds = HeaderNeeds(header),
            Footer = Part(template, "FOOTER")?.Text,
            Buttons = [.. buttons.Select(button => button.Text ?? "")],
            ButtonNeeds = [.. buttons.Select(NeedOf)],
            CanSend = IsWithinReach(template, header, buttons),
        };
    }

    /// <summary>Not: parameters by name, cards side by side, buttons that do more than answer or open a page.</summary>
    private static bool IsWithinReach(ApprovedTemplate template, TemplatePart? header, IReadOnlyList<TemplateButton> buttons) =>
        template.ParameterFormat is null or "POSITIONAL"
        && (template.Components ?? []).All(part => PlacesOf(part?.Text).All(place => place.All(char.IsAsciiDigit)))
        && header is null or { Format: "TEXT" or "IMAGE" or "VIDEO" or "DOCUMENT" or "LOCATION" } && PlacesOf(header?.Text).Count <= 1
        && (template.Components ?? []).All(part => part?.Type is null or "HEADER" or "BODY" or "FOOTER" or "BUTTONS")
        && buttons.All(button => button.Type is not ("OTP" or "FLOW" or "COPY_CODE" or "CATALOG" or "MPM" or "SPM"));

    private static string? HeaderNeeds(TemplatePart? header) => header?.Format switch
    {
        "IMAGE" => "image",
        "VIDEO" => "video",
        "DOCUMENT" => "file",
        "LOCATION" => "location",
        _ => PlacesOf(header?.Text).Count > 0 ? "text" : null,
    };

    private static TemplateButtonNeed NeedOf(TemplateButton button) => button switch
    {
        { Type: "QUICK_REPLY" } => TemplateButtonNeed.Key,
        { Type: "POSTBACK", Payload: var payload } when PlacesOf(payload).Count > 0 => TemplateButtonNeed.Key,
        { Url: { } url } when PlacesOf(url).Count > 0 => TemplateButtonNeed.Url,
        _ => TemplateButtonNeed.None,
    };

    private static TemplatePart? Part(ApprovedTemplate template, string type) =>
        template.Components?.FirstOrDefault(part => part?.Type == type);

    private static List<string> PlacesOf(string? text) =>
        [.. Place().Matches(text ?? "").Select(place => place.Groups[1].Value).Distinct().Order(ByNumber)];

    private static Comparer<string> ByNumber { get; } = Comparer<string>.Create((left, right) =>
        int.TryParse(left, CultureInfo.InvariantCulture, out var first) && int.TryParse(right, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : 0);

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

/// <summary>A page of templates; <see cref="TemplatePaging.Next"/> says that there are more.</summary>
internal sealed record TemplatePage(IReadOnlyList<ApprovedTemplate?>? Data, TemplatePaging? Paging);

internal sealed record TemplatePaging(TemplateCursors? Cursors, string? Next);

internal sealed record TemplateCursors(string? After);

internal sealed record ApprovedTemplate
{
    public string? Name { get; init; }

    public string? Language { get; init; }

    public string? Status { get; init; }

    public string? Category { get; init; }

    public string? ParameterFormat { get; init; }

    public IReadOnlyList<TemplatePart?>? Components { get; init; }
}

internal sealed record TemplatePart(string? Type, string? Format, string? Text, IReadOnlyList<TemplateButton?>? Buttons);

internal sealed record TemplateButton(string? Type, string? Text, string? Url, string? Payload);
