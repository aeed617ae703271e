using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;

namespace Rozmova.Architecture.Tests;

public sealed partial class LoggingTests
{
    private static readonly string[] Private =
        ["Text", "Name", "Phone", "Token", "Secret", "Email", "Body", "Password", "Caption", "Address", "Payload"];

    private static readonly (string Method, LoggerMessageAttribute Event)[] Events =
    [
        .. from path in Directory.EnumerateFiles(AppContext.BaseDirectory, "Rozmova*.dll")
           where !Path.GetFileName(path).Contains("Test", StringComparison.Ordinal)
           from type in Assembly.LoadFrom(path).GetTypes()
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
           where attribute is not null
           select ($"{type.FullName}.{method.Name}", attribute),
    ];

    [Fact]
    public void Every_log_event_has_a_number_of_its_own()
    {
        var violations =
            from same in Events.GroupBy(entry => entry.Event.EventId)
            where same.Count() > 1
            select $"{same.Key}: {string.Join(", ", same.Select(entry => entry.Method))}";

        Events.ShouldNotBeEmpty();
        violations.ShouldBeNone("Take the next free number of the feature's hundred.");
    }

    [Fact]
    public void Every_log_event_is_in_the_range_of_a_feature()
    {
        var ranges = typeof(EventIds).GetFields().Select(field => (int)field.GetRawConstantValue()!).ToHashSet();

        var violations =
            from entry in Events
            where !ranges.Contains(entry.Event.EventId / 100 * 100)
            select $"{entry.Method} has {entry.Event.EventId}";

        violations.ShouldBeNone("Number it EventIds.<Feature> + n; a new feature gets its hundred in Messaging/EventIds.cs.");
    }

    [Fact]
    public void No_log_template_names_a_field_that_holds_what_people_wrote_or_keep_secret()
    {
        var violations =
            from entry in Events
            from Match field in Placeholder().Matches(entry.Event.Message)
            where Private.Any(word => field.Groups[1].Value.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            select $"{entry.Method} logs {field.Value}";

        violations.ShouldBeNone("Log ids, codes, sizes and counts; never words, names, addresses or secrets.");
    }

    [GeneratedRegex(@"\{@?(\w+)")]
    private static partial Regex Placeholder();
}
