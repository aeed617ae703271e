using System.Globalization;
using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Testing.Conformance;

/// <summary>The page that tells what each platform takes and which cases of the suite it is held to, written from the code alone.</summary>
public sealed class PlatformsPage(IReadOnlyList<Participant> platforms)
{
    private static readonly string[] Kinds =
        ["text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "buttons", "menu", "template"];

    private static readonly (string Name, Type Ability)[] Abilities =
    [
        ("serves its customers itself", typeof(IServingPlatform)),
        ("is asked for news (polling)", typeof(IPollingPlatform)),
        ("calls us only to have us look", typeof(IHintedPlatform)),
        ("verifies our address by GET", typeof(IVerifyingPlatform)),
        ("one address for all channels", typeof(IRoutedPlatform)),
        ("connects or checks itself", typeof(IConnectingPlatform)),
        ("tells who somebody is", typeof(IProfilePlatform)),
        ("shows that we have read", typeof(IReadReceiptPlatform)),
        ("shows our reactions", typeof(IReactingPlatform)),
        ("has a menu beside the composer", typeof(IMenuPlatform)),
    ];

    private readonly StringBuilder _page = new();

    public override string ToString()
    {
        _page.Clear();
        _page.Append("# Platforms\n\nWritten by the conformance suite from what the platforms declare; a test fails when it is stale. ")
            .Append("How to add one: [new-platform.md](new-platform.md).\n");
        WriteCapabilities();
        WriteMatrix();
        return _page.ToString();
    }

    private void WriteCapabilities()
    {
        Begin("What each takes");
        foreach (var kind in Kinds)
        {
            Row($"sends {kind}", each => Mark(each.Capabilities.Has(kind)));
        }

        foreach (var ability in platforms.SelectMany(each => each.Capabilities.Names).Except(Kinds).Distinct())
        {
            Row(ability, each => Mark(each.Capabilities.Has(ability)));
        }

        Row("calls us (webhook)", each => Mark(each.UnlessHasWebhooks() is null));
        foreach (var (name, ability) in Abilities)
        {
            Row(name, each => Mark(ability.IsInstanceOfType(each.Platform)));
        }

        Begin("Limits");
        Row("text, characters", each => Number(each.Capabilities.MaxTextLength));
        Row("text, bytes", each => each.Capabilities.MaxTextBytes is { } most ? Number(most) : "");
        Row("caption, characters", each => Number(each.Capabilities.MaxCaptionLength));
        Row("buttons", each => Number(each.Capabilities.MaxButtons));
        Row("a button's key, bytes", each => each.Capabilities.MaxButtons == 0 ? "" : Number(each.Capabilities.MaxButtonKeyBytes));
        foreach (var kind in Enum.GetValues<MediaKind>())
        {
            Row($"{kind.ToString().ToLowerInvariant()}, MB", each =>
                each.Capabilities.MaxFileBytes.TryGetValue(kind, out var most) ? Number(most / (1024m * 1024m)) : "");
        }

        Row("messages a second, channel", each => each.Capabilities.ChannelRatePerSecond is { } rate ? Number(rate) : "");
        Row("seconds between two, chat", each =>
            each.Capabilities.ChatInterval > TimeSpan.Zero ? Number((decimal)each.Capabilities.ChatInterval.TotalSeconds) : "");
        Row("hours to answer in", each => each.Capabilities.ReplyWindow is { } window ? Number((decimal)window.TotalHours) : "");
        Row("fetches files from PublicUrl", each => Mark(each.Capabilities.FetchesFiles));
    }

    private void WriteMatrix()
    {
        Begin("The conformance suite");
        foreach (var conformance in ConformanceCases.All)
        {
            Row(conformance.Name, each => Mark(conformance.Excuse(each) is null));
        }

        _page.Append("\nWhere a case is not had, this is why:\n\n");
        foreach (var platform in platforms)
        {
            _page.Append(CultureInfo.InvariantCulture, $"- **{platform.Side.Key}** {string.Join("; ", Reasons(platform))}.\n");
        }
    }

    /// <summary>Each reason once; those that differ in their last word only are one with a list.</summary>
    private static IEnumerable<string> Reasons(Participant platform) =>
        from reason in ConformanceCases.All.Select(conformance => conformance.Excuse(platform)).OfType<string>().Distinct()
        let lastWord = reason.LastIndexOf(' ') + 1
        group reason[lastWord..] by reason[..lastWord] into alike
        select alike.Key + string.Join(", ", alike);

    private void Begin(string title)
    {
        _page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        Row("", each => each.Side.Key);
        Row("---", _ => "---");
    }

    private void Row(string name, Func<Participant, string> cell) =>
        _page.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", platforms.Select(cell))} |\n");

    private static string Mark(bool has) => has ? "✓" : "";

    private static string Number(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
