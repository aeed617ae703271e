using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>What sets Messenger and Instagram apart, as far as it is more than limits.</summary>
internal abstract class DirectDialect
{
    /// <summary>The setting with the id that requests name.</summary>
    public abstract string AccountSetting { get; }

    public abstract string TokenSetting { get; }

    /// <summary>What may be asked about a person.</summary>
    public abstract string PersonFields { get; }

    /// <summary>The host of the API.</summary>
    public abstract string HostOf(ChannelConnection channel);

    /// <summary>Whose messages are sent: the page or account, or <c>me</c>, which is the token's owner.</summary>
    public abstract string SenderOf(ChannelConnection channel);

    /// <summary>What only this platform cannot take; null for nothing.</summary>
    public abstract SendError? Refusal(ChannelConnection channel, OutboundMessage message);

    /// <summary>How a file reaches the customer.</summary>
    public abstract FileWay WayOf(OutboundMessage message);

    /// <summary>Adds what only this platform understands.</summary>
    public abstract SendRequest Complete(SendRequest request, OutboundMessage message);

    /// <summary>How an emoji is written in a reaction; null for one that the platform does not have.</summary>
    public abstract string? ReactionOf(string emoji);

    /// <summary>What to ask about the token's owner.</summary>
    public abstract string OwnerFields(ChannelConnection channel);

    /// <summary>What is wrong with the token's owner; null for nothing.</summary>
    public abstract string? ObjectionTo(ChannelConnection channel, OwnerAnswer owner);

    /// <summary>What we want to hear of.</summary>
    public abstract string SubscribedFields(ChannelConnection channel);

    /// <summary>What a page or account offers before anybody wrote, with this menu; null to leave it as it is.</summary>
    public abstract MenuRequest? MenuOf(ChannelConnection channel, IReadOnlyList<MenuItem> items);

    /// <summary>Which of its profiles a token is asked about; empty where it has one.</summary>
    public virtual string ProfileQuery(ChannelConnection channel) => "";

    public string AccountOf(ChannelConnection channel) => channel.RequiredText(AccountSetting);

    public string TokenOf(ChannelConnection channel) => channel.RequiredText(TokenSetting);

    public Uri Address(ChannelConnection channel, string path) =>
        new($"{HostOf(channel).TrimEnd('/')}/{channel.RequiredText(DirectSettings.ApiVersion)}/{path}");
}

/// <summary>How a file reaches the customer.</summary>
internal enum FileWay
{
    /// <summary>In the request that sends it.</summary>
    WithMessage = 1,

    /// <summary>Uploaded first, then sent by its id at Meta.</summary>
    BeforeMessage = 2,

    /// <summary>Meta fetches it from us.</summary>
    ByAddress = 3,
}
