namespace Rozmova.Messaging;

/// <summary>What a message says. The whole alphabet: a platform sends every case or refuses it.</summary>
public abstract record MessageContent
{
    private protected MessageContent()
    {
    }

    /// <summary>Names the case only: a record prints its members, and these are a customer's words.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The file that goes with it; null for none.</summary>
    public Attachment? Attached => this switch
    {
        Media media => media.File,
        Template { Header: Media header } => header.File,
        _ => null,
    };

    /// <summary>Plain text. Never markup.</summary>
    public sealed record Text(string Body) : MessageContent
    {
        /// <summary>Outbound: the buttons its numbered lines stand for, where the platform has none to show. Not sent.</summary>
        public IReadOnlyList<Button> Choices { get; init; } = [];
    }

    /// <summary>A file with an optional caption.</summary>
    public sealed record Media(MediaKind Kind, Attachment File, string? Caption) : MessageContent
    {
        /// <summary>Outbound: the page a picture leads to, its caption's first line the title. Only where a platform declares <c>link</c>.</summary>
        public Button? Link { get; init; }
    }

    /// <summary>A point on the map, in degrees (WGS 84), with the name or address of the place where known.</summary>
    public sealed record Location(double Latitude, double Longitude, string? Name) : MessageContent;

    /// <summary>A card from somebody's address book.</summary>
    public sealed record ContactCard(string Name, string? Phone) : MessageContent;

    /// <summary>Text with buttons under it (an inline keyboard).</summary>
    public sealed record Buttons(string Body, IReadOnlyList<Button> Items) : MessageContent;

    /// <summary>
    /// Inbound: a pressed button or menu item, <paramref name="Key"/> its data and <paramref name="Body"/> its label.
    /// Outbound: text that replaces the keyboard below the customer's composer by <paramref name="Items"/>; none removes it.
    /// </summary>
    public sealed record Menu(string Body, string? Key, IReadOnlyList<Button> Items) : MessageContent;

    /// <summary>A message approved by the platform beforehand: its name, language and parameters.</summary>
    public sealed record Template(string Key, string? Language, IReadOnlyList<string> Parameters) : MessageContent
    {
        /// <summary>
        /// What stands above its text where the template leaves that open: a <see cref="Text"/>, <see cref="Media"/> or <see cref="Location"/>.
        /// </summary>
        public MessageContent? Header { get; init; }

        /// <summary>
        /// What its buttons are given, by their places: a key that a press brings back, or the end of the address it opens. Empty for nothing.
        /// </summary>
        public IReadOnlyList<Button> ButtonInputs { get; init; } = [];
    }

    /// <summary>Something the platform sent that we cannot show. Kept and shown as such; <paramref name="Kind"/> is the platform's word.</summary>
    public sealed record Unsupported(string Kind) : MessageContent;

    /// <summary>
    /// Something happened: <paramref name="Key"/> says what (<c>claimed</c>, <c>closed</c>, <c>blocked</c>, …), <paramref name="Body"/> says it
    /// in a short English sentence. Only in entries of direction event; never sent to a platform.
    /// </summary>
    public sealed record Event(string Key, string Body) : MessageContent;

    /// <summary>
    /// What a pass-through channel leaves of any of the above in the store: that there was a text, an image, …, in the API's word
    /// <paramref name="Type"/>. What it says is in memory, for a while. Never sent to a platform.
    /// </summary>
    public sealed record Withheld(string Type) : MessageContent;
}

/// <summary>The kinds of file a message can carry.</summary>
public enum MediaKind
{
    /// <summary>A picture.</summary>
    Image = 1,

    /// <summary>Music or a sound file.</summary>
    Audio = 2,

    /// <summary>A recorded voice note.</summary>
    Voice = 3,

    /// <summary>A film, a round video note or an animation.</summary>
    Video = 4,

    /// <summary>Any other file.</summary>
    File = 5,

    /// <summary>A sticker.</summary>
    Sticker = 6,
}

/// <summary>
/// A button: it sends <paramref name="Key"/> back, opens <paramref name="Url"/>, or asks for what <paramref name="Request"/>
/// names (<c>phone</c> or <c>location</c>).
/// </summary>
public sealed record Button(string Text, string? Key = null, string? Url = null, string? Request = null);

/// <summary>How far a file has come on its way to the media folder.</summary>
public enum MediaState
{
    /// <summary>Still at the platform.</summary>
    Pending = 0,

    /// <summary>In the media folder.</summary>
    Ready = 1,

    /// <summary>Could not be had; the message stays, the file can be asked for again.</summary>
    Failed = 2,
}

/// <summary>A file of a message.</summary>
public sealed record Attachment
{
    /// <summary>Our id of the file; set by intake for what comes in, by the upload for what goes out.</summary>
    public MediaId? Id { get; init; }

    /// <summary>The platform's handle to fetch it by (a Telegram file_id, a URL). Never shown outside.</summary>
    public string? RemoteKey { get; init; }

    /// <summary>Where it stands.</summary>
    public MediaState State { get; init; }

    /// <summary>Its type as the sender says; checked when fetched.</summary>
    public string? MimeType { get; init; }

    /// <summary>Its name as the sender gives it: to be shown, never to be used as a path.</summary>
    public string? FileName { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }
}
