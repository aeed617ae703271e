using System.Net;
using System.Text;
using Rozmova.Messaging;

namespace Rozmova.Testing.Conformance.Cases;

/// <summary>What is more than a platform takes: refused before it is stored or sent, or given another form that it takes.</summary>
internal static class LimitCases
{
    private const long LargestUpload = 32 * 1024 * 1024;

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("limits: the longest text arrives whole", platform => platform.UnlessDeclares("text"), LongestText),
        new("limits: a longer text is split or 422", platform => platform.UnlessDeclares("text"), TooLongText),
        new("limits: too many buttons are 422 or text", platform => platform.UnlessDeclares("buttons"), TooManyButtons),
        new("limits: too large a file is 422", FileLimits, TooLargeFile),
    ];

    private static async Task LongestText(Stage stage)
    {
        var text = TextOf(stage.Participant.Capabilities.MaxTextLength);

        await stage.TalkAsync(new { type = "text", text });

        (await stage.ReceivedAsync("the text", _ => true)).Text.ShouldBe(text);
    }

    private static async Task TooLongText(Stage stage)
    {
        var most = stage.Participant.Capabilities.MaxTextLength;
        var text = TextOf(most + 1);

        if (await IsRefusedAsync(stage, new { type = "text", text }))
        {
            return;
        }

        await Stage.Until("all of it has arrived", () => Task.FromResult(Letters(stage.Customer.Received).Length == Letters(text).Length));
        Letters(stage.Customer.Received).ShouldBe(Letters(text));
        stage.Customer.Received.ShouldAllBe(part => part.Text.Length <= most);
    }

    private static async Task TooManyButtons(Stage stage)
    {
        var buttons = Enumerable.Range(0, stage.Participant.Capabilities.MaxButtons + 1)
            .Select(number => new { text = $"Size {number}", key = $"size:{number}" }).ToArray();

        if (!await IsRefusedAsync(stage, new { type = "buttons", text = "Which size?", buttons }))
        {
            (await stage.ReceivedAsync("all of them in words", each => each.Text.Contains(buttons[^1].text, StringComparison.Ordinal)))
                .Buttons.Count.ShouldBeLessThanOrEqualTo(stage.Participant.Capabilities.MaxButtons);
        }
    }

    private static string? FileLimits(Participant platform) =>
        TightestOf(platform) is null ? "declares no limit of files, or one above our own" : null;

    private static async Task TooLargeFile(Stage stage)
    {
        var (kind, most) = TightestOf(stage.Participant)!.Value;
        var type = NameOf(kind);
        var file = SampleFile.Of(type, most + 1);

        var refused = await IsRefusedAsync(stage, new { type, mediaId = await stage.UploadAsync(file) });

        refused.ShouldBeTrue();
    }

    private static (MediaKind Kind, long Most)? TightestOf(Participant platform) => platform.Capabilities.MaxFileBytes
        .Where(limit => limit.Value < LargestUpload && platform.Capabilities.Has(NameOf(limit.Key)))
        .OrderBy(limit => limit.Value)
        .Select(limit => ((MediaKind, long)?)(limit.Key, limit.Value))
        .FirstOrDefault();

    /// <summary>Posts and tells whether it was refused, and then that nothing was stored or sent.</summary>
    private static async Task<bool> IsRefusedAsync(Stage stage, object content)
    {
        var conversation = await stage.GreetAsync();
        var answer = await stage.PostAsync(conversation, content);
        if (answer.StatusCode == HttpStatusCode.Accepted)
        {
            return false;
        }

        await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
        (await stage.OutboundAsync(conversation)).ShouldBeEmpty();
        stage.Customer.Received.ShouldBeEmpty();
        return true;
    }

    private static string NameOf(MediaKind kind) => kind.ToString().ToLowerInvariant();

    private static string TextOf(int length)
    {
        var text = new StringBuilder(length + 16);
        for (var number = 1; text.Length < length; number++)
        {
            text.Append("Sentence ").Append(number).Append(". ");
        }

        text.Length = length - 1;
        return text.Append('!').ToString();
    }

    // Where a text is split, the space between two parts goes.
    private static string Letters(IEnumerable<Received> parts) => Letters(string.Concat(parts.Select(part => part.Text)));

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
