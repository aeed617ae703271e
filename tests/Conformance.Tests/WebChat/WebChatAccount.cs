using System.Text.Json.Nodes;

namespace Rozmova.Conformance.Tests.WebChat;

/// <summary>A shop's web site.</summary>
internal sealed class WebChatAccount(List<WebChatCustomer> visitors) : AccountUnderTest
{
    public override JsonObject Settings => new() { ["title"] = "Shop" };

    public string ChannelId => Webhook.Segments[^1];

    public override CustomerUnderTest AddCustomer(string name)
    {
        var visitor = new WebChatCustomer(this);
        visitors.Add(visitor);
        return visitor;
    }

    public override void Provoke(Trouble trouble) => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "Not on a web chat.");
}
