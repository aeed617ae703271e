using System.Globalization;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>The approved templates of a business account ("Business Management API, Message templates").</summary>
internal sealed class WhatsAppTemplates(WhatsAppClient client)
{
    private const string Fields = "&fields=name,language,status,category,parameter_format,components";
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public async Task<TemplateListing> ListAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        channel.Text(WhatsAppSettings.BusinessAccountId) is { Length: > 0 } account
            ? await MetaTemplates.ListAsync(
                page => client.GetAsync(channel, $"{account}/{MetaTemplates.Query}{Fields}{page}", CallTimeout, cancellationToken),
                Objection,
                _ => true)
            : new TemplateListing.Unavailable("Set businessAccountId in the channel's settings: templates belong to the account.");

    private static string Objection(PlatformAnswer answer) => answer switch
    {
        MetaRejection { Error: var error } when WhatsAppOutcome.ChannelTrouble(error) is { } trouble => trouble,
        MetaRejection { Error: var error } => string.Create(CultureInfo.InvariantCulture, $"WhatsApp says: {error.Quote}."),
        PlatformAnswer.NoAnswer { Detail: var detail } => detail,
        _ => "WhatsApp's answer could not be read.",
    };
}
