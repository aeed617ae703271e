using System.Text.Json;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>Somebody on a page with the widget: where they are, who they are, and from which address.</summary>
internal sealed record Visitor(ChannelConnection Channel, string Id, string Address);

/// <summary>What visitors bring, on its way in: within their limits, and durable before it is confirmed.</summary>
internal sealed class VisitorIntake(IServedChannels channels, VisitorLimits limits)
{
    private static readonly TimeSpan StoreLater = TimeSpan.FromSeconds(5);

    /// <summary>Null once a message is durable; else how long to wait before it is sent again.</summary>
    public async ValueTask<TimeSpan?> TakeMessageAsync(
        Visitor visitor, Allowance allowance, Func<ValueTask<VisitorBody>> message, CancellationToken cancellationToken)
    {
        if (limits.Take(allowance, visitor.Id) is { } tooFast)
        {
            return tooFast;
        }

        if (limits.Take(VisitorLimits.AddressMessages, visitor.Address) is { } crowded)
        {
            return crowded;
        }

        return await TakeAsync(visitor, await message(), cancellationToken) ? null : StoreLater;
    }

    /// <summary>A sign of life: whether it is durable. One that is not does no harm.</summary>
    public ValueTask<bool> TakeAsync(Visitor visitor, VisitorBody body, CancellationToken cancellationToken) =>
        channels.AcceptAsync(
            visitor.Channel, JsonSerializer.SerializeToUtf8Bytes(body, WebChatJson.Default.VisitorBody), cancellationToken);
}
