using System.Text.Json.Nodes;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>
/// Settings that belong together have a name with a dot, and stand in an object of their own towards clients: <c>contract.auth</c> is
/// <c>{"contract":{"auth":…}}</c>. They are stored, read and checked one by one like the others.
/// </summary>
internal static class SettingGroups
{
    /// <summary>The settings of a request one by one; null in the place of a group is null for each of its settings.</summary>
    public static IEnumerable<(string Name, JsonNode? Value)> Flatten(IReadOnlyList<SettingField> fields, JsonObject given)
    {
        foreach (var (name, value) in given)
        {
            var members = fields.Where(field => field.Name.StartsWith($"{name}.", StringComparison.Ordinal)).ToList();
            var single = value switch
            {
                JsonObject group when members.Count > 0 => group.Select(member => ($"{name}.{member.Key}", member.Value)),
                null when members.Count > 0 => members.Select(member => (member.Name, (JsonNode?)null)),
                _ => [(name, value)],
            };
            foreach (var setting in single)
            {
                yield return setting;
            }
        }
    }

    /// <summary>Puts a setting where clients look for it.</summary>
    public static void Put(JsonObject shown, string name, JsonNode? value)
    {
        if (name.Split('.', 2) is not [var group, var member])
        {
            shown[name] = value;
            return;
        }

        if (shown[group] is not JsonObject members)
        {
            shown[group] = members = [];
        }

        members[member] = value;
    }
}
