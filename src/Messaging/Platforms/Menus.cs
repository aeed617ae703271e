namespace Rozmova.Messaging.Platforms;

/// <summary>
/// A platform whose channels show a menu beside the composer. What was published last is kept in the channel's setting
/// <see cref="MenuLines.Setting"/>, so a press can be told by its label.
/// </summary>
public interface IMenuPlatform : IPlatform
{
    /// <summary>The menu as the platform has it now, whoever made it.</summary>
    ValueTask<MenuAnswer> ReadMenuAsync(ChannelConnection channel, CancellationToken cancellationToken);

    /// <summary>Puts these lines in the place of the present ones; none at all takes the menu away.</summary>
    ValueTask<MenuAnswer> PublishMenuAsync(
        ChannelConnection channel, IReadOnlyList<MenuItem> items, CancellationToken cancellationToken);
}

/// <summary>
/// A line of a menu. It has one of three: a key that comes back when it is pressed, a page that it opens, or lines of its own.
/// </summary>
public sealed record MenuItem(string Label, string? Key = null, string? Url = null, IReadOnlyList<MenuItem>? Items = null);

/// <summary>What came of reading or publishing a menu.</summary>
public abstract record MenuAnswer
{
    private protected MenuAnswer()
    {
    }

    /// <summary>Why it does not stand, for the admin; null where it does.</summary>
    public string? Objection => this switch
    {
        NotSupported { Detail: var detail } => detail,
        Refused { Detail: var detail } => detail,
        _ => null,
    };

    /// <summary>It stands like this.</summary>
    public sealed record Standing(IReadOnlyList<MenuItem> Items) : MenuAnswer;

    /// <summary>The platform has no such lines; nothing was asked of it.</summary>
    public sealed record NotSupported(string Detail) : MenuAnswer;

    /// <summary>The platform said no, or nothing; the sentence quotes it.</summary>
    public sealed record Refused(string Detail) : MenuAnswer;
}

/// <summary>
/// A menu as a list of texts, the shape of a setting: <c>label=key</c>, <c>label=https://…</c>, a label that is its own key, and
/// <c>group &gt; label=key</c> for a line within another.
/// </summary>
public static class MenuLines
{
    /// <summary>The setting of a channel that holds them.</summary>
    public const string Setting = "menu";

    /// <summary>What a label cannot have in it.</summary>
    public static IReadOnlyList<string> Marks { get; } = [Group, "="];

    private const string Group = " > ";

    /// <summary>The lines as items, those of one group together at the place of its first.</summary>
    public static IReadOnlyList<MenuItem> Read(IReadOnlyList<string> lines)
    {
        List<MenuItem> items = [];
        foreach (var parts in lines.Select(line => line.Split('=', 2)))
        {
            var value = parts[^1].Trim();
            if (parts[0].Split(Group, 2) is not [var group, var label])
            {
                items.Add(Item(parts[0].Trim(), value));
                continue;
            }

            var inner = Item(label.Trim(), parts.Length == 1 ? label.Trim() : value);
            var at = items.FindIndex(item => item.Items is not null && item.Label == group.Trim());
            if (at < 0)
            {
                items.Add(new MenuItem(group.Trim(), Items: [inner]));
            }
            else
            {
                items[at] = items[at] with { Items = [.. items[at].Items!, inner] };
            }
        }

        return items;
    }

    /// <summary>The items as lines.</summary>
    public static IReadOnlyList<string> Write(IReadOnlyList<MenuItem> items) =>
        [.. items.SelectMany(item => item.Items is null ? [Line(item)] : item.Items.Select(inner => item.Label + Group + Line(inner)))];

    /// <summary>The label of the line with this key; null where none has it.</summary>
    public static string? LabelOf(IReadOnlyList<string> lines, string key) =>
        Read(lines).SelectMany(item => item.Items ?? [item]).FirstOrDefault(item => item.Key == key)?.Label;

    private static string Line(MenuItem item) => $"{item.Label}={item.Key ?? item.Url}";

    private static MenuItem Item(string label, string value) =>
        value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            ? new MenuItem(label, Url: value)
            : new MenuItem(label, Key: value);
}
