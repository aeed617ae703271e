using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.CannedReplies;

/// <summary>A canned reply as the API shows it.</summary>
public sealed record CannedReplyBody(
    Guid Id, string Shortcut, string Title, string Text, string? Language, IReadOnlyList<string> Labels, IReadOnlyList<MediaBody> Files,
    AuthorBody Author, int Uses, DateTimeOffset? UsedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static CannedReplyBody Of(CannedReply reply, IEnumerable<MediaFile> files) => new(
        reply.Id, reply.Shortcut, reply.Title, reply.Text, reply.Language, reply.Labels, [.. files.Select(MediaBody.Of)],
        new AuthorBody(AuthorKind.Operator, reply.AuthorId.Value, reply.AuthorName), reply.Uses, reply.UsedAt, reply.CreatedAt,
        reply.UpdatedAt);
}

/// <summary>A canned reply to keep. On a change, what is absent stays; an empty language is none.</summary>
public sealed record CannedReplyRequest(
    string? Shortcut, string? Title, string? Text, string? Language, IReadOnlyList<string?>? Labels, IReadOnlyList<MediaId>? MediaIds)
{
    private const int LongestShortcut = 32;
    private const int LongestTitle = 120;
    private const int LongestText = 10_000;
    private const int LongestTag = 35;
    private const int MostLabels = 20;
    private const int LongestLabel = 64;
    private const int MostFiles = 10;

    /// <summary>The reply with what this changes.</summary>
    internal CannedReply ApplyTo(CannedReply reply) => reply with
    {
        Shortcut = Shortcut?.Trim().ToLowerInvariant() ?? reply.Shortcut,
        Title = Title?.Trim() ?? reply.Title,
        Text = Text?.Trim() ?? reply.Text,
        Language = Language is null ? reply.Language : Language.Trim() is { Length: > 0 } tag ? tag : null,
        Labels = Labels is null ? reply.Labels : [.. Labels.Select(label => label?.Trim() ?? "").Distinct()],
        Files = MediaIds is null ? reply.Files : [.. MediaIds.Distinct()],
    };

    /// <summary>What is wrong with a reply, at which field; null when all is well.</summary>
    internal static Refusal.Invalid? FindMistake(CannedReply reply) => reply switch
    {
        _ when !IsShortcut(reply.Shortcut) => new(
            "shortcut", $"A shortcut has 1 to {LongestShortcut} letters, digits, hyphens and underscores."),
        { Title.Length: 0 or > LongestTitle } => new("title", $"A title has 1 to {LongestTitle} characters."),
        { Text.Length: 0 or > LongestText } => new("text", $"A text has 1 to {LongestText} characters."),
        { Language.Length: > LongestTag } => new("language", "A language is a tag such as uk or en-GB."),
        { Labels.Count: > MostLabels } => new("labels", $"A reply has at most {MostLabels} labels."),
        { Files.Count: > MostFiles } => new("mediaIds", $"A reply has at most {MostFiles} files."),
        _ when HasNull(reply.Title) || HasNull(reply.Text) => new("text", "No text contains the character 0."),
        _ when reply.Labels.Any(label => label.Length is 0 or > LongestLabel || label.Any(char.IsControl)) =>
            new("labels", $"A label has 1 to {LongestLabel} visible characters."),
        _ => null,
    };

    private static bool IsShortcut(string text) =>
        text.Length is > 0 and <= LongestShortcut && text.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_');

    private static bool HasNull(string text) => text.Contains('\0');
}
