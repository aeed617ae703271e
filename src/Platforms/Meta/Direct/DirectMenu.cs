using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>The menu beside the composer and the questions to begin with, as the settings list them:
/// <c>label=key</c>, <c>label=https://…</c>, or a label that is its own key.</summary>
internal static class DirectMenu
{
    private const string EveryLanguage = "default";

    public static IReadOnlyList<LocalizedActions<ButtonRequest>>? MenuOf(ChannelConnection channel) =>
        ActionsOf(channel, DirectSettings.Menu, WriteItem);

    public static IReadOnlyList<LocalizedActions<QuestionRequest>>? IceBreakersOf(ChannelConnection channel) =>
        ActionsOf(channel, DirectSettings.IceBreakers, (label, key) => new QuestionRequest(label, key));

    private static LocalizedActions<T>[]? ActionsOf<T>(ChannelConnection channel, string setting, Func<string, string, T> write)
    {
        var lines = channel.List(setting).Select(line => line.Split('=', 2));
        T[] actions = [.. lines.Select(parts => write(parts[0].Trim(), parts[^1].Trim()))];
        return actions.Length == 0 ? null : [new LocalizedActions<T>(EveryLanguage, actions)];
    }

    private static ButtonRequest WriteItem(string label, string key) =>
        key.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? new ButtonRequest("web_url", label, Url: key)
            : new ButtonRequest("postback", label, Payload: key);
}
