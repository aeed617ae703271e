using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Conformance.Tests.WebChat;

/// <summary>A visitor of the site, from their first act on.</summary>
internal sealed class WebChatCustomer(WebChatAccount account) : CustomerUnderTest
{
    private WebVisitor? _visitor;

    public override IReadOnlyList<Received> Received => [.. Ours.Select(ToReceived)];

    private IEnumerable<JsonNode> Ours => _visitor?.Messages.Where(message => !(bool)message["mine"]!) ?? [];

    public override async Task PlayAsync(Act act)
    {
        var visitor = _visitor ??= await account.OpenAsync();
        await (act switch
        {
            Act.Write write => visitor.SendTextAsync(write.Text, CancellationToken.None),
            Act.Press press => visitor.PressAsync(press.Key, press.Label, CancellationToken.None),
            Act.Send send => SendAsync(visitor, send.File),
            Act.Report report => ReportAsync(visitor, report.What),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not on a web site."),
        });
    }

    private static async Task SendAsync(WebVisitor visitor, SampleFile file)
    {
        using var answer = await visitor.SendFileAsync(file.Name, file.MimeType, file.Content.ToArray(), CancellationToken.None);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What is reported has been shown: the widget cannot read a message before it comes.</summary>
    private async Task ReportAsync(WebVisitor visitor, DeliveryReport report)
    {
        await Stage.Until("there is something to report", () => Task.FromResult(Ours.Any()));
        await visitor.ReportAsync(report == DeliveryReport.Read ? "read" : "delivered", CancellationToken.None, Ours.Last());
    }

    private Received ToReceived(JsonNode message)
    {
        var content = message["content"]!;
        return new Received((string)content["type"]!)
        {
            Text = (string?)(content["text"] ?? content["name"]) ?? "",
            Open = content["url"] is null ? null : () => OpenAsync(message),
            Latitude = (double?)content["latitude"],
            Longitude = (double?)content["longitude"],
            Phone = (string?)content["phone"],
            Buttons = [.. (content["buttons"]?.AsArray() ?? []).Select(button => (string)button!["text"]!)],
            Answers = message["replyTo"] is { } answered ? TextOf((string)answered!) : null,
        };
    }

    private async Task<byte[]> OpenAsync(JsonNode message)
    {
        using var file = await _visitor!.OpenFileAsync(message, CancellationToken.None);
        return await file.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private string? TextOf(string id) =>
        (string?)_visitor!.Messages.FirstOrDefault(message => (string?)message["id"] == id)?["content"]!["text"];
}
