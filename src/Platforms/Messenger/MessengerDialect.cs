using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Messenger;

/// <summary>
/// What Messenger has of its own: echoes with our id, links to what is answered, files in the request, Get Started.
/// </summary>
internal sealed class MessengerDialect : DirectDialect
{
    private const string GetStarted = "GET_STARTED";

    public override string AccountSetting => MessengerSettings.PageId;

    public override string TokenSetting => MessengerSettings.PageAccessToken;

    public override string PersonFields => "first_name,last_name,profile_pic";

    public override string HostOf(ChannelConnection channel) => channel.RequiredText(DirectSettings.BaseUrl);

    public override string SenderOf(ChannelConnection channel) => AccountOf(channel);

    public override SendError? Refusal(ChannelConnection channel, OutboundMessage message) =>
        message.Content is MessageContent.Template { Header: not (null or MessageContent.Text) }
            ? new SendError(SendErrors.NotSupported, "Above a template Messenger takes words only.")
            : null;

    public override FileWay WayOf(OutboundMessage message) => FileWay.WithMessage;

    /// <summary>Ids with a scope are ours, made for what Meta gives none.</summary>
    public override SendRequest Complete(SendRequest request, OutboundMessage message)
    {
        var completed = request with
        {
            Message = request.Message! with { Metadata = message.Id.ToString() },
            ReplyTo = message.ReplyTo is { Scope: "", Id: var id } ? new ReplyRequest(id.Split('#')[0]) : null,
        };
        return message.Content is MessageContent.Template template
            ? completed with
            {
                MessagingType = "UTILITY",
                Tag = null,
                Message = completed.Message! with { Template = MessengerTemplates.Write(template) },
            }
            : completed;
    }

    public override string? ReactionOf(string emoji) => emoji;

    public override string OwnerFields(ChannelConnection channel) => "id";

    public override string? ObjectionTo(ChannelConnection channel, OwnerAnswer owner) =>
        owner.Id is { } id && id != AccountOf(channel)
            ? $"The token belongs to {id}, not to this page: use a page access token of the page in pageId."
            : null;

    public override string SubscribedFields(ChannelConnection channel) =>
        "messages,messaging_postbacks,message_deliveries,message_reads,message_echoes,message_edits,message_reactions," +
        "messaging_optins,messaging_referrals,messaging_handovers,standby";

    /// <summary>Without Get Started a new customer's first press brings us nothing, and no menu is shown.</summary>
    public override MenuRequest MenuOf(ChannelConnection channel, IReadOnlyList<MenuItem> items) => new()
    {
        GetStarted = new GetStartedRequest(GetStarted),
        PersistentMenu = DirectMenu.MenuOf(items),
        IceBreakers = DirectMenu.IceBreakersOf(channel),
    };
}
