using System.Text;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Viber;

public sealed class ViberSignatureTests : IAsyncDisposable
{
    private const string Latin =
        """{"event":"message","timestamp":1767225600123,"message_token":5741311803571721087,"sender":{"id":"c2FtcGxlK3VzZXIvaWQ=","name":"Sample User"},"message":{"type":"text","text":"hello"}}""";

    private const string LatinSignature = "98ee396b8f2767da4fa9d266e174c13b6036743f9d167c8036c828ab8362bed3";

    private const string Cyrillic =
        """{"event":"message","timestamp":1767225600456,"message_token":5741311803571721088,"sender":{"id":"c2FtcGxlK3VzZXIvaWQ=","name":"Sample User"},"message":{"type":"text","text":"Привіт 👋"}}""";

    private const string CyrillicSignature = "3684561d6fffbb88d0bc531b22d1bff8f26db407e5eaa4e24422a965e4d1fc4a";

    private readonly ViberUnderTest _viber = new();

    public ValueTask DisposeAsync() => _viber.DisposeAsync();

    [Theory]
    [InlineData(Latin, LatinSignature)]
    [InlineData(Cyrillic, CyrillicSignature)]
    public void What_Viber_signed_is_authentic(string body, string signature)
    {
        IsAuthentic(body, signature).ShouldBeTrue();
        IsAuthentic(body, signature.ToUpperInvariant()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("98ee396b")]
    [InlineData(CyrillicSignature)]
    [InlineData("zzee396b8f2767da4fa9d266e174c13b6036743f9d167c8036c828ab8362bed3")]
    [InlineData($"sha256={LatinSignature}")]
    public void Anything_else_is_not(string? signature) => IsAuthentic(Latin, signature).ShouldBeFalse();

    [Fact]
    public void The_signature_covers_the_bytes_as_they_came()
    {
        IsAuthentic(Latin + "\n", LatinSignature).ShouldBeFalse();
        IsAuthentic(Latin.Replace(",", ", ", StringComparison.Ordinal), LatinSignature).ShouldBeFalse();
        IsAuthentic(Cyrillic.Replace("П", "\\u041f", StringComparison.Ordinal), CyrillicSignature).ShouldBeFalse();
    }

    private bool IsAuthentic(string body, string? signature)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        if (signature is not null)
        {
            headers["x-viber-content-signature"] = signature;
        }

        var request = new WebhookRequest(
            Encoding.UTF8.GetBytes(body), headers, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);
        return _viber.Platform.IsAuthentic(_viber.Channel, request);
    }
}
