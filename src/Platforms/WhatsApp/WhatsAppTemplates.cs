using System.Globalization;
using System.Text.RegularExpressions;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>The approved templates of a business account ("Business Management API, Message templates").</summary>
internal sealed partial class WhatsAppTemplates(WhatsAppClient client)
{
    private const int MostPages = 10;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public async Task<TemplateListing> ListAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        if (channel.Text(WhatsAppSettings.BusinessAccountId) is not { Length: > 0 } account)
        {
            return new TemplateListing.Unavailable("Set businessAccountId in the channel's settings: templates belong to the account.");
        }

        var found = new List<MessageTemplate>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var path = $"{account}/message_templates?status=APPROVED&limit=100"
                + "&fields=name,language,status,category,parameter_format,components" + (after is null ? "" : $"&after={after}");
            var answer = await client.GetAsync(channel, path, CallTimeout, cancellationToken);
            if (answer is not PlatformAnswer.Accepted { Body: var body }
                || PlatformJson.Read(body, WhatsAppJson.Default.TemplatePage) is not { } read)
            {
                return new TemplateListing.Unavailable(Detail(answer));
            }

            found.AddRange((read.Data ?? []).Where(template => template is { Status: "APPROVED", Name: not null }).Select(Read!));
            after = read.Paging?.Next is null ? null : Uri.EscapeDataString(read.Paging.Cursors?.After ?? "");
            if (string.IsNullOrEmpty(after))
            {
                break;
            }
        }

        return new TemplateListing.Found(found);
    }

    private static MessageTemplate Read(ApprovedTemplate template)
    {
        var header = Part(template, "HEADER");
        var text = Part(template, "BODY")?.Text ?? "";
        TemplateButton[] buttons = [.. (Part(template, "BUTTONS")?.Buttons ?? []).OfType<TemplateButton>()];
        return new MessageTemplate(template.Name!, template.Language, text, ParametersOf(text))
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
        && header is null or { Format: "TEXT" or "IMAGE" or "VIDEO" or "DOCUMENT" or "LOCATION" } && ParametersOf(header?.Text).Count <= 1
        && (template.Components ?? []).All(part => part?.Type is null or "HEADER" or "BODY" or "FOOTER" or "BUTTONS")
        && buttons.All(button => button.Type is not ("OTP" or "FLOW" or "COPY_CODE" or "CATALOG" or "MPM" or "SPM"));

    private static string? HeaderNeeds(TemplatePart? header) => header?.Format switch
    {
        "IMAGE" => "image",
        "VIDEO" => "video",
        "DOCUMENT" => "file",
        "LOCATION" => "location",
        _ => ParametersOf(header?.Text).Count > 0 ? "text" : null,
    };

    private static TemplateButtonNeed NeedOf(TemplateButton button) => button switch
    {
        { Type: "QUICK_REPLY" } => TemplateButtonNeed.Key,
        { Url: { } url } when ParametersOf(url).Count > 0 => TemplateButtonNeed.Url,
        _ => TemplateButtonNeed.None,
    };

    private static TemplatePart? Part(ApprovedTemplate template, string type) =>
        template.Components?.FirstOrDefault(part => part?.Type == type);

    private static List<string> ParametersOf(string? text) =>
        [.. Place().Matches(text ?? "").Select(place => place.Groups[1].Value).Distinct().Order(ByNumber)];

    private static Comparer<string> ByNumber { get; } = Comparer<string>.Create((left, right) =>
        int.TryParse(left, CultureInfo.InvariantCulture, out var first) && int.TryParse(right, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : 0);

    private static string Detail(PlatformAnswer answer) => answer switch
    {
        MetaRejection { Error: var error } when WhatsAppOutcome.ChannelTrouble(error) is { } trouble => trouble,
        MetaRejection { Error: var error } => string.Create(CultureInfo.InvariantCulture, $"WhatsApp says: {error.Quote}."),
        PlatformAnswer.NoAnswer { Detail: var detail } => detail,
        _ => "WhatsApp's answer could not be read.",
    };

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

internal sealed record TemplateButton(string? Type, string? Text, string? Url);
