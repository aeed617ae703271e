using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Pipeline;

/// <summary>The lines a customer may choose from by their number: the message they are in, where it reads, and the buttons they stand for.</summary>
public sealed record NumberedChoices(MessageId Message, ReadingOrder Order, IReadOnlyList<Button> Items);

/// <summary>What a customer types in answer to buttons that reached them as numbered lines counts as a press. Pure.</summary>
internal static class TypedChoice
{
    private static readonly char[] Marks = ['.', ')'];

    /// <summary>The press, where the text is the number or the label of a button that has no address to open; else null.</summary>
    public static MessageContent.Menu? Of(MessageContent content, NumberedChoices choices)
    {
        var typed = (content as MessageContent.Text)?.Body.Trim() ?? "";
        var chosen = typed.Length == 0 ? null : ByLabel(typed, choices.Items) ?? ByNumber(typed, choices.Items);
        return chosen is { Url: null, Request: null } ? new MessageContent.Menu(chosen.Text, chosen.Key ?? chosen.Text, []) : null;
    }

    private static Button? ByLabel(string typed, IReadOnlyList<Button> items) =>
        items.FirstOrDefault(item => string.Equals(item.Text.Trim(), typed, StringComparison.OrdinalIgnoreCase));

    private static Button? ByNumber(string typed, IReadOnlyList<Button> items) =>
        int.TryParse(typed.TrimEnd(Marks), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? items.ElementAtOrDefault(number - 1)
            : null;
}
