using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Channels;

/// <summary>A channel's menu.</summary>
public sealed record ChannelMenuBody(IReadOnlyList<ChannelMenuItemBody>? Items);

/// <summary>A line of it: with a <c>key</c>, a <c>url</c>, or <c>items</c> of its own.</summary>
public sealed record ChannelMenuItemBody(string? Label, string? Key, string? Url, IReadOnlyList<ChannelMenuItemBody>? Items);

/// <summary>From what a client gives to a menu and back.</summary>
internal static class ChannelMenu
{
    private const int MostItems = 100;
    private const int MostCharacters = 2000;

    public static ChannelMenuBody ToBody(this IReadOnlyList<MenuItem> items) => new([.. items.Select(ToBody)]);

    /// <summary>The lines, or what is wrong with them. How many there may be, and how long, is the platform's to say.</summary>
    public static (IReadOnlyList<MenuItem> Items, ProblemHttpResult? Problem) Read(ChannelMenuBody body)
    {
        if (body.Items is not { Count: > 0 and <= MostItems } given)
        {
            return ([], Problem.Invalid("items", $"A menu has 1 to {MostItems} items; DELETE takes it away."));
        }

        return MistakeIn(given, "items", mayNest: true) is { } problem ? ([], problem) : ([.. given.Select(ToItem)], null);
    }

    private static ProblemHttpResult? MistakeIn(IReadOnlyList<ChannelMenuItemBody> items, string path, bool mayNest) => items
        .Select((item, index) => MistakeIn(item, $"{path}[{index}]", mayNest))
        .FirstOrDefault(problem => problem is not null);

    private static ProblemHttpResult? MistakeIn(ChannelMenuItemBody? item, string path, bool mayNest) => item switch
    {
        null => Problem.Invalid(path, "An item is an object."),
        { Label: var label } when !IsText(label) || MenuLines.Marks.Any(label!.Contains) || label!.Trim() != label =>
            Problem.Invalid($"{path}.label", "A label is a text without \"=\" and \" > \", and without space around it."),
        { Items: { Count: > 0 and <= MostItems } items, Key: null, Url: null } when mayNest =>
            MistakeIn(items, $"{path}.items", mayNest: false),
        { Items: not null } => Problem.Invalid($"{path}.items", "An item of the first level may hold others, instead of a key or url."),
        { Key: var key, Url: null } when IsText(key) => null,
        { Key: null, Url: var url } when IsText(url) && IsAddress(url!) => null,
        _ => Problem.Invalid(path, "An item has a key, or a url that begins with http."),
    };

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MostCharacters;

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static MenuItem ToItem(ChannelMenuItemBody item) =>
        new(item.Label!, item.Key, item.Url, item.Items is null ? null : [.. item.Items.Select(ToItem)]);

    private static ChannelMenuItemBody ToBody(MenuItem item) =>
        new(item.Label, item.Key, item.Url, item.Items is null ? null : [.. item.Items.Select(ToBody)]);
}
