using System.Text.Json;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Tests.Platforms;

/// <summary>A request to a <see cref="PagePlatform"/>; null pages are those of one that is no JSON.</summary>
internal sealed class PageRequest(JsonNode[]? pages) : IOpenedRequest
{
    public IReadOnlyList<string> Accounts { get; } = [.. (pages ?? []).Select(page => page.Text("page")).Distinct()];

    public static PageRequest Open(ReadOnlyMemory<byte> body)
    {
        try
        {
            return new PageRequest([.. JsonNode.Parse(body.Span)!["pages"]!.AsArray().Select(page => page!)]);
        }
        catch (JsonException) // it names nobody, and says so when it is read
        {
            return new PageRequest(null);
        }
    }

    public IReadOnlyList<InboundEvent> ReadFor(string account) => pages is null
        ? throw new UnreadableWebhookException("It is not JSON.")
        : [.. pages.Where(page => page.Text("page") == account).SelectMany(page => page["events"]!.AsArray()).Select(item => PageEvents.Read(item!))];
}
