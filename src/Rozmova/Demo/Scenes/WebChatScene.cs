using System.Text.Json.Nodes;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Demo.Scenes;

/// <summary>The shop's own web site with the chat on it, and a visitor.</summary>
internal sealed class WebChatScene : IDemoScene
{
    private readonly ShopSite _site;
    private readonly List<JsonNode> _answers = [];
    private WebVisitor? _visitor;

    private WebChatScene(ShopSite site) => _site = site;

    public string Platform => "webchat";

    public string ChannelName => "Flower shop site";

    public JsonObject Settings => new() { ["title"] = "Півонія", ["colour"] = "#b03a64" };

    public JsonObject Addresses => new() { ["allowedOrigins"] = new JsonArray(_site.Origin) };

    public string SeenState => "read";

    public IReadOnlyList<DemoPage> Pages => [new("Shop's web site", _site.Address, "SHOP_SITE_URL")];

    public IReadOnlyList<DemoPerson> People { get; private set; } = [];

    public static async Task<IDemoScene> StartAsync(CancellationToken cancellationToken) =>
        new WebChatScene(await ShopSite.StartAsync(port: 0, cancellationToken));

    public async Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken)
    {
        _site.Embed(channel.Server, channel.Id);
        _visitor = await WebVisitor.OpenAsync(channel.Server, channel.Id, token: null, _site.Origin, cancellationToken);
        People = [Play(_visitor, "Fifty stems then, please. Can I pick them up today?", "Thank you, on my way.")];
    }

    public Task GreetAsync(CancellationToken cancellationToken) =>
        People[0].WriteAsync("Is the dried lavender on your page still available?", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await (_visitor?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _site.DisposeAsync();
    }

    private DemoPerson Play(WebVisitor visitor, params string[] lines) => new("A visitor", lines)
    {
        WriteAsync = (text, cancellationToken) => visitor.SendTextAsync(text, cancellationToken),
        SendPictureAsync = async (picture, cancellationToken) =>
        {
            using var answer = await visitor.SendFileAsync("bouquet.png", "image/png", picture, cancellationToken);
            answer.EnsureSuccessStatusCode();
        },
        ReceiveAsync = async (number, cancellationToken) =>
        {
            for (Collect(visitor); _answers.Count <= number; Collect(visitor))
            {
                await visitor.NextAsync("message", cancellationToken);
            }

            return (string?)_answers[number]["content"]!["text"] ?? "";
        },
        SeeAsync = async cancellationToken =>
        {
            await visitor.ReportAsync("delivered", cancellationToken, _answers);
            await visitor.ReportAsync("read", cancellationToken, _answers);
        },
    };

    /// <summary>What is shown again with another state is no new answer.</summary>
    private void Collect(WebVisitor visitor) => _answers.AddRange(visitor.Messages.Where(message =>
        !(bool)message["mine"]! && !_answers.Exists(known => (string?)known["id"] == (string?)message["id"])));
}
