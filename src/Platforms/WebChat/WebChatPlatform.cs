using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>
/// A chat on web sites. There is no messenger in between: the widget talks to us, so what it brings is taken in by our own
/// endpoints, and what we send is in the visitor's history, from where every open widget gets it.
/// </summary>
internal sealed class WebChatPlatform(VisitorSockets sockets)
    : IServingPlatform, IConnectingPlatform, ITypingPlatform, IEditingPlatform
{
    public const string PlatformKey = "webchat";

    public string Key => PlatformKey;

    public PlatformCapabilities Capabilities => WebChatCapabilities.All;

    public IReadOnlyList<SettingField> Settings => WebChatSettings.All;

    public void Map(IEndpointRouteBuilder routes) => WebChatEndpoints.Map(routes);

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        WebChatInbound.Read(body.Span);

    public ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken) =>
        ValueTask.FromResult(WebChatSettings.MistakeIn(channel) is { } mistake
            ? ConnectionReport.Failed(mistake)
            : ConnectionReport.Connected);

    public ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        sockets.EndAll(channel.Id);
        return ValueTask.CompletedTask;
    }

    /// <summary>Sent is what the visitor's history shows; it does by the very commit that writes this outcome down.</summary>
    public ValueTask<SendOutcome> SendAsync(
        ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SendOutcome>(WebChatOutbound.ObjectionTo(message.Content) is { } objection
            ? new SendOutcome.Refused(objection)
            : new SendOutcome.Sent(WebChatInbound.IdOf(message.Id.ToString(), message.Chat)));

    public ValueTask<SendOutcome> EditAsync(
        ChannelConnection channel, OutboundMessage message, PlatformMessageId target, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SendOutcome>(WebChatOutbound.ObjectionTo(message.Content) is { } objection
            ? new SendOutcome.Refused(objection)
            : new SendOutcome.Sent(target));

    public ValueTask<SendOutcome> DeleteAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SendOutcome>(new SendOutcome.Sent(target));

    public ValueTask ShowTypingAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken)
    {
        sockets.Tell(channel.Id, chat, WebChatFrames.Typing);
        return ValueTask.CompletedTask;
    }
}
