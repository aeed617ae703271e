using System.Text.Json.Nodes;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Conformance.Tests.WebChat;

/// <summary>One site with a chat.</summary>
internal sealed class WebChatAccount(Action<WebVisitor> opened) : AccountUnderTest
{
    private const string Origin = "https://shop.example";

    public override JsonObject Settings => new() { ["allowedOrigins"] = new JsonArray(Origin) };

    public override CustomerUnderTest AddCustomer(string name) => new WebChatCustomer(this);

    public override void Provoke(Trouble trouble) => throw new NotSupportedException("Nothing stands between us and the visitor that could fail.");

    public async Task<WebVisitor> OpenAsync()
    {
        // The channel's id is the last part of what would be its webhook.
        var visitor = await WebVisitor.OpenAsync(Program, Webhook.Segments[^1], token: null, Origin, CancellationToken.None);
        opened(visitor);
        return visitor;
    }
}
