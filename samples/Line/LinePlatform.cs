using System.Net;
using System.Security.Cryptography;
using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Line;

/// <summary>A LINE official account, by the Messaging API.</summary>
internal sealed class LinePlatform(LineClient client) : IWebhookPlatform, IConnectingPlatform, IMediaPlatform, IProfilePlatform
{
    private const string SignatureHeader = "X-Line-Signature";

    public string Key => "line";

    public PlatformCapabilities Capabilities => LineCapabilities.All;

    public IReadOnlyList<SettingField> Settings => LineSettings.Fields;

    // The header is the base64 of HMAC-SHA256 over the raw body (guide "Verify webhook signature").
    public bool IsAuthentic(ChannelConnection channel, WebhookRequest request)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return request.Headers.TryGetValue(SignatureHeader, out var signature)
            && Convert.TryFromBase64String(signature, given, out var length)
            && CryptographicOperations.FixedTimeEquals(
                given[..length],
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(channel.RequiredText(LineSettings.ChannelSecret)), request.Body.Span));
    }

    public IReadOnlyList<InboundEvent> Read(ChannelConnection channel, ReadOnlyMemory<byte> body) => LineInbound.Read(body);

    public async ValueTask<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return LineOutcome.Of(await client.PushAsync(channel, message.Id, LineOutbound.Write(message), cancellationToken), message.Id);
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            // Whether it arrived or not: the retry key makes the next try deliver it once.
            return new SendOutcome.NotDelivered("LINE did not answer.");
        }
    }

    public async ValueTask<ConnectionReport> ConnectAsync(ChannelConnection channel, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ConnectAsync(channel, cancellationToken) switch
            {
                HttpStatusCode.OK when channel.WebhookUrl is null => new ConnectionReport(
                    ConnectionState.Connected, "Set PublicUrl to have the webhook registered, or enter it in the LINE Developers Console."),
                HttpStatusCode.OK => ConnectionReport.Connected,
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ConnectionReport.Failed("LINE does not accept the access token."),
                var status => ConnectionReport.Failed($"LINE answered {(int)status}."),
            };
        }
        catch (HttpRequestException)
        {
            return ConnectionReport.Failed("LINE cannot be reached.");
        }
    }

    // An address cannot be taken back at LINE, only replaced.
    public ValueTask DisconnectAsync(ChannelConnection channel, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<RemoteMedia> OpenMediaAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken) =>
        await client.OpenAsync(channel, file.RemoteKey!, cancellationToken);

    public async ValueTask<Profile?> FindProfileAsync(ChannelConnection channel, string chat, CancellationToken cancellationToken) =>
        await client.FindProfileAsync(channel, chat, cancellationToken) is { } person
            ? new Profile { Name = person.DisplayName, AvatarUrl = person.PictureUrl, Language = person.Language }
            : null;
}
