using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>Checks the key by signing in and looking at the list of chats. Where to signal to is entered in the CRM.</summary>
internal sealed class SellerCrmConnector(SellerCrmApi api)
{
    public async Task<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var answer = await api.ListChatsAsync(channel, onlyUnread: true, page: 1, size: 1, cancellationToken);
        if (answer is not PlatformAnswer.Accepted)
        {
            return SellerCrmOutcome.OfChannel(answer);
        }

        return (channel.WebhookUrl, channel.Text(SellerCrmSettings.LinkKey)) switch
        {
            (_, null) => new ConnectionReport(
                ConnectionState.Connected, "Without a linkKey the CRM's signals are refused; new messages come with the next poll."),
            (null, _) => new ConnectionReport(
                ConnectionState.Connected, "Set PublicUrl to have signals; until then new messages come with the next poll."),
            _ => ConnectionReport.Connected,
        };
    }
}
