namespace Rozmova.Messaging.Platforms;

/// <summary>What a platform takes from us and how much, as data: the API and the composer ask here, never for a platform's name.</summary>
public sealed record PlatformCapabilities
{
    /// <summary>
    /// The words of the API: content types (<c>text</c>, <c>image</c>, …) it sends, and abilities
    /// (<c>reply</c>, <c>link</c> on a picture, <c>typing</c>, <c>edit</c>, <c>delete</c>, <c>reactions</c>, <c>delivered</c>, <c>read</c>,
    /// <c>order</c>: it knows the order behind a chat).
    /// </summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The list setting by which a channel chooses some of <see cref="Names"/>; null where every channel has them all.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>The names that are chosen so, each with what the list has in it then.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; init; } = new Dictionary<string, string>();

    /// <summary>Longest text, in UTF-16 units.</summary>
    public int MaxTextLength { get; init; } = 4096;

    /// <summary>Longest text in UTF-8 bytes, for a platform that counts those; null for one that does not.</summary>
    public int? MaxTextBytes { get; init; }

    /// <summary>Whether a longer text is sent as several messages; else it is refused before it is stored.</summary>
    public bool SplitsText { get; init; } = true;

    /// <summary>Longest caption of a file, in UTF-16 units.</summary>
    public int MaxCaptionLength { get; init; } = 1024;

    /// <summary>Most buttons under one message; 0 where there are none.</summary>
    public int MaxButtons { get; init; }

    /// <summary>Longest data of a button, in UTF-8 bytes.</summary>
    public int MaxButtonKeyBytes { get; init; } = 64;

    /// <summary>Largest file by kind, in bytes; a kind that is not listed is not limited by us.</summary>
    public IReadOnlyDictionary<MediaKind, long> MaxFileBytes { get; init; } = new Dictionary<MediaKind, long>();

    /// <summary>Messages a second for the whole channel; null for no limit.</summary>
    public int? ChannelRatePerSecond { get; init; }

    /// <summary>Shortest time between two messages to one chat; zero for no limit.</summary>
    public TimeSpan ChatInterval { get; init; }

    /// <summary>Messages that may leave at once to a chat that was quiet, before <see cref="ChatInterval"/> holds; at least 1.</summary>
    public int ChatBurst { get; init; } = 1;

    /// <summary>How long after the customer's last message a person may answer freely; null for no window.</summary>
    public TimeSpan? ReplyWindow { get; init; }

    /// <summary>Whether the platform fetches outbound files from us by address, and so needs a public one.</summary>
    public bool FetchesFiles { get; init; }

    /// <summary>
    /// Whether messages can pass through memory without being stored. False where the platform keeps them on this machine by itself, or
    /// shows its customers what is stored.
    /// </summary>
    public bool CanPassThrough { get; init; } = true;

    /// <summary>Whether <paramref name="name"/> is among <see cref="Names"/>.</summary>
    public bool Has(string name) => Names.Contains(name);

    /// <summary>The names a channel has whose setting <see cref="ChosenBy"/> lists these.</summary>
    public IReadOnlyList<string> NamesWith(IReadOnlyCollection<string> listed) =>
        ChosenBy is null ? Names : [.. Names.Where(name => !Chosen.TryGetValue(name, out var wanted) || listed.Contains(wanted))];
}

/// <summary>The shape of a channel's setting.</summary>
public enum SettingKind
{
    /// <summary>Text.</summary>
    Text = 0,

    /// <summary>Text that is encrypted at rest and never returned.</summary>
    Secret = 1,

    /// <summary>A whole number.</summary>
    Number = 2,

    /// <summary>An absolute http or https address, set by an admin and trusted (<c>baseUrl</c>).</summary>
    TrustedUrl = 3,

    /// <summary>An absolute http or https address of a user's; private addresses are refused.</summary>
    Url = 4,

    /// <summary>A list of texts.</summary>
    List = 5,

    /// <summary>True or false.</summary>
    Flag = 6,
}

/// <summary>
/// One setting of a channel. Names with a dot (<c>contract.auth</c>) are one object towards clients (<c>{"contract":{"auth":…}}</c>).
/// </summary>
public sealed record SettingField(string Name, SettingKind Kind = SettingKind.Text)
{
    /// <summary>Whether a channel cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>What it is when unset; null for nothing.</summary>
    public string? Default { get; init; }

    /// <summary>The only values allowed; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it must look like, as a regular expression over the whole value; null for anything.</summary>
    public string? Pattern { get; init; }
}
