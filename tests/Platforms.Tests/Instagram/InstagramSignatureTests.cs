using System.Text;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.Tests.Instagram;

public sealed class InstagramSignatureTests
{
    private const string Secret = "6a09e667f3bcc908b2fb1366ea957d3e";

    private const string Body = """
        {"object":"instagram","entry":[{"id":"17841400000000001","time":1767225600789,"messaging":[{"sender":{"id":"6500000000000001"},"recipient":{"id":"17841400000000001"},"timestamp":1767225600321,"message":{"mid":"aWdfTEST0001","text":"hi \u2764\ufe0f"}}]}]}
        """;

    [Theory]
    [InlineData("sha256=c3b6f3cf109bfb28875e57bbdfc62095b19b772c5298eb4fecaa3dac79b76ce1", true)]
    [InlineData("sha256=c46cc5b035773d1b9930a1ba2e07dba29c1cfec417067be17deb746a6853066f", false)] // of the same, written unescaped
    public void The_bytes_that_were_sent_are_what_is_signed(string signature, bool matches)
    {
        var body = Encoding.UTF8.GetBytes(Body);
        Dictionary<string, string> headers = new() { ["X-Hub-Signature-256"] = signature };
        var request = new WebhookRequest(body, headers, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);

        body.Length.ShouldBe(254);
        MetaSignature.Matches(Secret, request).ShouldBe(matches);
    }
}
