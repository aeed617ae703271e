using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Instagram;

/// <summary>
/// What Instagram has of its own. An account is connected by Instagram Login, or by Facebook Login through its page; then the
/// token is the page's and some calls are too.
/// </summary>
internal sealed class InstagramDialect : DirectDialect
{
    private const string Pdf = "application/pdf";

    public override string AccountSetting => InstagramSettings.AccountId;

    public override string TokenSetting => InstagramSettings.AccessToken;

    public override string PersonFields => "name,username,profile_pic";

    public override string HostOf(ChannelConnection channel) => channel.Text(DirectSettings.BaseUrl)
        ?? (InstagramSettings.HasInstagramLogin(channel) ? "https://graph.instagram.com" : "https://graph.facebook.com");

    public override string SenderOf(ChannelConnection channel) => "me";

    public override SendError? Refusal(ChannelConnection channel, OutboundMessage message) => message.Content switch
    {
        MessageContent.Template => new SendError(SendErrors.NotSupported, "Instagram has no message templates; send the text itself."),
        MessageContent.Media { Kind: MediaKind.File, File.MimeType: not Pdf } => new SendError(
            SendErrors.NotSupported, "Of files Instagram takes PDF only; send pictures, sound and films as what they are."),
        MessageContent.Media when message.FileUrl is null && InstagramSettings.HasInstagramLogin(channel) => new SendError(
            SendErrors.FileRefused, "With Instagram Login, Instagram fetches files from us: an admin has to set PublicUrl."),
        _ => null,
    };

    public override FileWay WayOf(OutboundMessage message) => message.FileUrl is null ? FileWay.BeforeMessage : FileWay.ByAddress;

    /// <summary>Echoes carry nothing of ours: they are recognised by the message's id.</summary>
    public override SendRequest Complete(SendRequest request, OutboundMessage message) => request;

    public override string? ReactionOf(string emoji) => emoji switch
    {
        "❤" or "❤️" => "love",
        "👍" => "like",
        "😂" or "😆" => "laugh",
        "😮" => "wow",
        "😢" => "sad",
        "😠" or "😡" => "angry",
        _ => null,
    };

    public override string OwnerFields(ChannelConnection channel) =>
        InstagramSettings.HasInstagramLogin(channel) ? "id,user_id" : "id,instagram_business_account";

    public override string? ObjectionTo(ChannelConnection channel, OwnerAnswer owner) =>
        (owner.InstagramBusinessAccount?.Id ?? owner.UserId) is { } id && id != AccountOf(channel)
            ? $"The token belongs to account {id}, not to the one in accountId."
            : null;

    public override string SubscribedFields(ChannelConnection channel) => InstagramSettings.HasInstagramLogin(channel)
        ? "messages,message_reactions,messaging_seen,messaging_postbacks,messaging_referral,message_edit"
        : "messages"; // this subscription only lets events through; their kinds are chosen at the app's Instagram object

    public override MenuRequest? MenuOf(ChannelConnection channel, IReadOnlyList<MenuItem> items)
    {
        var menu = new MenuRequest
        {
            Platform = InstagramSettings.HasInstagramLogin(channel) ? null : "instagram",
            PersistentMenu = DirectMenu.MenuOf(items),
            IceBreakers = DirectMenu.IceBreakersOf(channel),
        };
        return menu is { PersistentMenu: null, IceBreakers: null } ? null : menu;
    }

    public override string ProfileQuery(ChannelConnection channel) =>
        InstagramSettings.HasInstagramLogin(channel) ? "" : "&platform=instagram";
}
