using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Custom;

public sealed class CustomSignatureTests : IAsyncDisposable
{
    private static readonly byte[] NotUtf8 = Convert.FromHexString("7b2274223a22fffe227d");

    private readonly CustomChannel _channel = new();

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    [Fact]
    public void A_signed_request_is_authentic_even_if_it_cannot_be_read() =>
        IsAuthentic(NotUtf8, "v1,d/klITuPjQrmT1ypo1GzHk0Xg4qvQkpoDS6zYz90ce8=").ShouldBeTrue();

    [Fact]
    public void A_forged_request_is_not() => IsAuthentic(NotUtf8, new StandardWebhook("other").Sign("msg_bin", Now, NotUtf8)).ShouldBeFalse();

    [Fact]
    public void A_request_kept_for_later_is_not()
    {
        _channel.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        IsAuthentic(NotUtf8, "v1,d/klITuPjQrmT1ypo1GzHk0Xg4qvQkpoDS6zYz90ce8=").ShouldBeFalse();
    }

    [Fact]
    public void A_request_without_signature_headers_is_not() =>
        ((IWebhookPlatform)_channel.Platform).IsAuthentic(
            _channel.Connection, new WebhookRequest(NotUtf8, new Dictionary<string, string>(), new Dictionary<string, string>(), Now)).ShouldBeFalse();

    private DateTimeOffset Now => _channel.Clock.GetUtcNow();

    private bool IsAuthentic(byte[] body, string signature)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Webhook-Id"] = "msg_bin",
            ["Webhook-Timestamp"] = "1717000000",
            ["Webhook-Signature"] = signature,
        };
        return ((IWebhookPlatform)_channel.Platform).IsAuthentic(
            _channel.Connection, new WebhookRequest(body, headers, new Dictionary<string, string>(), Now));
    }
}
