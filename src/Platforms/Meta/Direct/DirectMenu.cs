using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>The menu beside the composer and the questions to begin with, as the settings list them.</summary>
internal static class DirectMenu
{
    private const string EveryLanguage = "default";

    public static IReadOnlyList<LocalizedActions<ButtonRequest>>? MenuOf(IReadOnlyList<MenuItem> items) =>
        ActionsOf(items, WriteItem);

    public static IReadOnlyList<LocalizedActions<QuestionRequest>>? IceBreakersOf(ChannelConnection channel) =>
        ActionsOf(
            MenuLines.Read(channel.List(DirectSettings.IceBreakers)),
            item => new QuestionRequest(item.Label, item.Key ?? item.Url ?? item.Label));

    /// <summary>The menu that is shown where no language has one of its own; Meta takes none without it.</summary>
    public static IReadOnlyList<MenuItem> Read(ProfileAnswer answer)
    {
        var menus = answer.Data is [{ PersistentMenu: { } offered }, ..] ? offered : [];
        var menu = menus.FirstOrDefault(one => one.Locale == EveryLanguage);
        return [.. (menu?.CallToActions ?? []).Select(action => new MenuItem(action.Title, action.Payload, action.Url))];
    }

    private static LocalizedActions<T>[]? ActionsOf<T>(IReadOnlyList<MenuItem> items, Func<MenuItem, T> write) =>
        items.Count == 0 ? null : [new LocalizedActions<T>(EveryLanguage, [.. items.Select(write)])];

    private static ButtonRequest WriteItem(MenuItem item) => item.Url is { } url
        ? new ButtonRequest("web_url", item.Label, Url: url)
        : new ButtonRequest("postback", item.Label, Payload: item.Key);
}
