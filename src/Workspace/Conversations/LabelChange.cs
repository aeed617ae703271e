namespace Rozmova.Workspace.Conversations;

/// <summary>Labels put on and taken off.</summary>
internal static class LabelChange
{
    private const int Most = 50;
    private const int Longest = 64;

    public static string Rule { get; } = $"A label has 1 to {Longest} visible characters.";

    public static bool IsLabel(string name) => name.Length is > 0 and <= Longest && !name.Any(char.IsControl);

    /// <summary>The labels after a request; what is wrong with it, or null.</summary>
    public static Refusal.Invalid? TryApply(IReadOnlyList<string> current, LabelsRequest request, out IReadOnlyList<string> labels)
    {
        labels = current;
        var added = Clean(request.Add);
        if (!added.All(IsLabel))
        {
            return new Refusal.Invalid("add", Rule);
        }

        labels = [.. current.Except(Clean(request.Remove)).Union(added)];
        return labels.Count > Most ? new Refusal.Invalid("add", $"There are at most {Most} labels.") : null;
    }

    private static List<string> Clean(IReadOnlyList<string?>? labels) => [.. (labels ?? []).Select(label => label?.Trim() ?? "")];
}
