using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>The menu of commands, one list per scope and language.</summary>
internal sealed class BotCommands
{
    private readonly ConcurrentDictionary<string, JsonArray> _lists = [];

    public void Set(string scope, string language, JsonArray commands) => _lists[Key(scope, language)] = commands;

    public JsonArray Get(string scope, string language) => _lists.GetValueOrDefault(Key(scope, language)) ?? [];

    public void Delete(string scope, string language) => _lists.TryRemove(Key(scope, language), out _);

    private static string Key(string scope, string language) => $"{scope}/{language}";
}
