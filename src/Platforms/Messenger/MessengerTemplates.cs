using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Messenger;

/// <summary>
/// Texts of a page that Meta has approved, for news of an order or an appointment ("Messenger Platform", Send a utility message).
/// </summary>
internal sealed class MessengerTemplates(MetaClient client)
{
    // What every version of the Graph API has: a field it does not know is an error.
    private const string Fields = "&fields=name,language,status,category,components";
    private const string DefaultLanguage = "en_US";
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public async Task<TemplateListing> ListAsync(
        DirectDialect dialect, ChannelConnection channel, CancellationToken cancellationToken) => await MetaTemplates.ListAsync(
            page => client.CallAsync(
                HttpMethod.Get,
                dialect.Address(channel, $"{dialect.AccountOf(channel)}/{MetaTemplates.Query}{Fields}{page}"),
                dialect.TokenOf(channel),
                content: null,
                CallTimeout,
                cancellationToken),
            DirectAdvice.Templates,
            IsWithinReach);

    public static TemplateRequest Write(MessageContent.Template template)
    {
        List<TemplatePartRequest> parts = [];
        if (template.Header is MessageContent.Text { Body: var words })
        {
            parts.Add(new TemplatePartRequest("header", [OfText(words)]));
        }

        if (template.Parameters.Count > 0)
        {
            parts.Add(new TemplatePartRequest("body", [.. template.Parameters.Select(OfText)]));
        }

        TemplateInputRequest[] buttons = [.. template.ButtonInputs.Select(OfButton).OfType<TemplateInputRequest>()];
        if (buttons.Length > 0)
        {
            parts.Add(new TemplatePartRequest("buttons", buttons));
        }

        return new TemplateRequest(template.Key, new LanguageRequest(template.Language ?? DefaultLanguage), parts);
    }

    /// <summary>Buttons are filled in order, without their places: behind one that needs nothing none can be told from the next.</summary>
    private static bool IsWithinReach(MessageTemplate template) =>
        template.HeaderNeeds is null or "text"
        && !template.ButtonNeeds.SkipWhile(need => need != TemplateButtonNeed.None).Any(need => need != TemplateButtonNeed.None);

    private static TemplateInputRequest OfText(string text) => new("text") { Text = text };

    private static TemplateInputRequest? OfButton(Button button) => button switch
    {
        { Url: { Length: > 0 } end } => new TemplateInputRequest("URL") { Url = end },
        { Key: { Length: > 0 } key } => new TemplateInputRequest("POSTBACK") { Payload = key },
        _ => null,
    };
}
