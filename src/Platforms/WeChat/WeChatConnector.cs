using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>
/// Checks an account's credentials by asking for a token, and publishes the menu of the settings. WeChat learns our address on its
/// own site only.
/// </summary>
internal sealed class WeChatConnector(WeChatTokens tokens, WeChatMenu menu, TimeProvider time)
{
    public async Task<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        var (_, failure) = await tokens.GetAsync(channel, refused: null, cancellationToken);
        if (failure is not null)
        {
            return WeChatOutcome.OfChannel(failure, time.GetUtcNow());
        }

        if (MenuLines.Read(channel.List(MenuLines.Setting)) is { Count: > 0 } items
            && (await menu.PublishAsync(channel, items, cancellationToken)).Objection is { } objection)
        {
            return new ConnectionReport(ConnectionState.Connected, $"The menu could not be published. {objection}");
        }

        return channel.WebhookUrl is null
            ? new ConnectionReport(
                ConnectionState.Connected, "Set PublicUrl: WeChat calls an address on port 80 or 443, entered at "
                + "mp.weixin.qq.com.")
            : ConnectionReport.Connected;
    }
}
