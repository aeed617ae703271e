namespace Rozmova.Workspace.Labels;

/// <summary>A label, and how many conversations carry it.</summary>
public sealed record LabelBody(Guid Id, string Name, string Colour, long Conversations, DateTimeOffset CreatedAt)
{
    internal static LabelBody Of(Label label) => new(label.Id, label.Name, label.Colour, label.Conversations, label.CreatedAt);
}

/// <summary>A new label, or a change of one: what is absent stays.</summary>
public sealed record LabelChangeBody(string? Name, string? Colour);
