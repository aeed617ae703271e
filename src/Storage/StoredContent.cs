using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rozmova.Messaging;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Hours;
using Rozmova.Workspace.Views;

namespace Rozmova.Storage;

/// <summary>
/// Content as the columns of a message: <paramref name="Kind"/> tells the case, <paramref name="Body"/> holds the words that search
/// looks through, <paramref name="Details"/> the rest as JSON, null for plain text.
/// </summary>
internal readonly record struct StoredContent(string Kind, string? Body, string? Details)
{
    private const string Event = "event";

    public static StoredContent Encode(MessageContent content)
    {
        var details = ContentDetails.Of(content);
        return new StoredContent(
            content is MessageContent.Event ? Event : content.TypeName(),
            content.Words()?.Replace("\0", "", StringComparison.Ordinal), // PostgreSQL has no place for it
            details is null ? null : JsonSerializer.Serialize(details, StoredJson.Readable.ContentDetails));
    }

    public MessageContent Decode()
    {
        var text = Body ?? "";
        var details = Details is null ? ContentDetails.None : JsonSerializer.Deserialize(Details, StoredJson.Readable.ContentDetails)!;
        return Kind switch
        {
            _ when details.Withheld is true => new MessageContent.Withheld(Kind),
            "text" => new MessageContent.Text(text) { Choices = details.Buttons ?? [] },
            "location" => new MessageContent.Location(details.Latitude ?? 0, details.Longitude ?? 0, details.Name),
            "contact" => new MessageContent.ContactCard(details.Name ?? "", details.Phone),
            "buttons" => new MessageContent.Buttons(text, details.Buttons ?? []),
            "menu" => new MessageContent.Menu(text, details.Key, details.Buttons ?? []),
            "template" => details.ToTemplate(Body),
            Event => new MessageContent.Event(details.Key ?? "", text),
            _ when ContentMapping.ToMediaKind(Kind) is { } kind => new MessageContent.Media(kind, details.File ?? new Attachment(), Body)
            {
                Link = details.Buttons?[0],
            },
            _ => new MessageContent.Unsupported(details.Key ?? Kind),
        };
    }

    /// <summary>The buttons that the numbered lines of a text stand for, from its details.</summary>
    public static IReadOnlyList<Button> DecodeChoices(string? details) => details is null
        ? []
        : JsonSerializer.Deserialize(details, StoredJson.Readable.ContentDetails)!.Buttons ?? [];

    /// <summary>Back from the labels column; most conversations have none.</summary>
    public static IReadOnlyList<string> DecodeLabels(string stored) =>
        stored == "[]" ? [] : JsonSerializer.Deserialize(stored, StoredJson.Readable.IReadOnlyListString)!;

    /// <summary>A column of file ids.</summary>
    public static string EncodeFiles(IReadOnlyList<MediaId> files) =>
        files.Count == 0 ? "[]" : JsonSerializer.Serialize(files, StoredJson.Readable.IReadOnlyListMediaId);

    /// <summary>Back from a column of file ids.</summary>
    public static IReadOnlyList<MediaId> DecodeFiles(string stored) =>
        stored == "[]" ? [] : JsonSerializer.Deserialize(stored, StoredJson.Readable.IReadOnlyListMediaId)!;

    /// <summary>The reactions column: null for none.</summary>
    public static string? EncodeReactions(IReadOnlyList<Reaction> reactions) =>
        reactions.Count == 0 ? null : JsonSerializer.Serialize(reactions, StoredJson.Readable.IReadOnlyListReaction);

    /// <summary>Back from the reactions column.</summary>
    public static IReadOnlyList<Reaction> DecodeReactions(string? stored) =>
        stored is null ? [] : JsonSerializer.Deserialize(stored, StoredJson.Readable.IReadOnlyListReaction)!;
}

/// <summary>What content holds beside its words. Its JSON is stored, so a name once used keeps its meaning.</summary>
internal sealed record ContentDetails
{
    public static ContentDetails None { get; } = new();

    public Attachment? File { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Key { get; init; }

    public IReadOnlyList<Button>? Buttons { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string>? Parameters { get; init; }

    public bool? Withheld { get; init; }

    public static ContentDetails? Of(MessageContent content) => content switch
    {
        MessageContent.Text text => text.Choices.Count == 0 ? null : new ContentDetails { Buttons = text.Choices },
        MessageContent.Media media => new ContentDetails { File = media.File, Buttons = media.Link is { } link ? [link] : null },
        MessageContent.Location place => new ContentDetails { Latitude = place.Latitude, Longitude = place.Longitude, Name = place.Name },
        MessageContent.ContactCard card => new ContentDetails { Name = card.Name, Phone = card.Phone },
        MessageContent.Buttons buttons => new ContentDetails { Buttons = buttons.Items },
        MessageContent.Menu menu => new ContentDetails { Key = menu.Key, Buttons = menu.Items.Count == 0 ? null : menu.Items },
        MessageContent.Template template => Of(template),
        MessageContent.Event happened => new ContentDetails { Key = happened.Key },
        MessageContent.Unsupported unsupported => new ContentDetails { Key = unsupported.Kind },
        MessageContent.Withheld => new ContentDetails { Withheld = true },
        _ => throw new InvalidOperationException($"No stored form for {content.GetType().Name}."),
    };

    /// <summary>Words above a template's text are in the column of words, a file or a place here.</summary>
    public MessageContent.Template ToTemplate(string? words) => new(Key ?? "", Language, Parameters ?? [])
    {
        Header = this switch
        {
            { File: { } file } => new MessageContent.Media(ContentMapping.ToHeaderKind(file.MimeType), file, Caption: null),
            { Latitude: { } latitude, Longitude: { } longitude } => new MessageContent.Location(latitude, longitude, Name),
            _ => words is null ? null : new MessageContent.Text(words),
        },
        ButtonInputs = Buttons ?? [],
    };

    private static ContentDetails Of(MessageContent.Template template)
    {
        var place = template.Header as MessageContent.Location;
        return new ContentDetails
        {
            Key = template.Key,
            Language = template.Language,
            Parameters = template.Parameters,
            Buttons = template.ButtonInputs.Count == 0 ? null : template.ButtonInputs,
            File = template.Attached,
            Latitude = place?.Latitude,
            Longitude = place?.Longitude,
            Name = place?.Name,
        };
    }
}

/// <summary>The JSON inside columns: nulls left out, text left readable.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContentDetails))]
[JsonSerializable(typeof(IReadOnlyList<Reaction>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(MergeGift))]
[JsonSerializable(typeof(IReadOnlyList<WeekSpan>))]
[JsonSerializable(typeof(IReadOnlyList<ExceptionDay>))]
[JsonSerializable(typeof(IReadOnlyList<MediaId>))]
[JsonSerializable(typeof(ViewFilter))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static StoredJson Readable => field ??= new StoredJson(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
