using System.Globalization;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>What a customer sends.</summary>
public sealed partial class Customer
{
    private static long _lastAlbum = 13_900_000_000_000_000;

    /// <summary>Opens the chat without a word, as if the customer had written long ago.</summary>
    public Customer AlreadyStarted()
    {
        HasStarted = true;
        return this;
    }

    public Update SendText(string text, int? replyTo = null) => Send(message =>
    {
        message["text"] = text;
        if (text.StartsWith('/'))
        {
            message["entities"] = new JsonArray(CommandEntity(text));
        }
    }, replyTo);

    /// <summary>Presses START, perhaps through a link that carries a payload.</summary>
    public Update Start(string? payload = null) => SendText(payload is null ? "/start" : $"/start {payload}");

    public Update SendPhoto(SimulatedFile file, string? caption = null, int? replyTo = null) =>
        SendMedia(MediaKind.Photo, file, caption, replyTo);

    public Update SendVoice(SimulatedFile file, int? replyTo = null) => SendMedia(MediaKind.Voice, file, null, replyTo);

    public Update SendAudio(SimulatedFile file, string? caption = null, int? replyTo = null) =>
        SendMedia(MediaKind.Audio, file, caption, replyTo);

    public Update SendVideo(SimulatedFile file, string? caption = null, int? replyTo = null) =>
        SendMedia(MediaKind.Video, file, caption, replyTo);

    public Update SendVideoNote(SimulatedFile file, int? replyTo = null) =>
        SendMedia(MediaKind.VideoNote, file, null, replyTo);

    public Update SendDocument(SimulatedFile file, string? caption = null, int? replyTo = null) =>
        SendMedia(MediaKind.Document, file, caption, replyTo);

    public Update SendSticker(SimulatedFile file, int? replyTo = null) => SendMedia(MediaKind.Sticker, file, null, replyTo);

    public Update SendAnimation(SimulatedFile file, string? caption = null, int? replyTo = null) =>
        SendMedia(MediaKind.Animation, file, caption, replyTo);

    public Update SendLocation(double latitude, double longitude, int? replyTo = null) =>
        Send(message => message["location"] = Place(latitude, longitude), replyTo);

    public Update SendVenue(double latitude, double longitude, string title, string address, int? replyTo = null) =>
        Send(message =>
        {
            message["venue"] = new JsonObject
            {
                ["location"] = Place(latitude, longitude),
                ["title"] = title,
                ["address"] = address,
            };
            message["location"] = Place(latitude, longitude);
        }, replyTo);

    /// <summary>Sends an address-book card; the customer's own one when no phone is given.</summary>
    public Update SendContact(string? phone = null, string? firstName = null, int? replyTo = null) => Send(message =>
    {
        var contact = new JsonObject
        {
            ["phone_number"] = phone ?? Profile.Phone,
            ["first_name"] = firstName ?? Profile.FirstName,
        };
        if (phone is null)
        {
            contact["user_id"] = Id;
        }

        message["contact"] = contact;
    }, replyTo);

    /// <summary>Sends several pictures as one album: an update each, tied by their media_group_id.</summary>
    public IReadOnlyList<Update> SendAlbum(IEnumerable<SimulatedFile> files, string? caption = null)
    {
        var album = Interlocked.Increment(ref _lastAlbum).ToString(CultureInfo.InvariantCulture);
        return [.. files.Select((file, index) =>
            SendMedia(MediaKind.Photo, file, index == 0 ? caption : null, replyTo: null, album))];
    }

    public Update SendMedia(MediaKind kind, SimulatedFile file, string? caption, int? replyTo, string? album = null) =>
        Send(message =>
        {
            if (album is not null)
            {
                message["media_group_id"] = album;
            }

            MediaContent.Add(message, Bot.Files.Keep(kind, file));
            if (!string.IsNullOrEmpty(caption))
            {
                message["caption"] = caption;
            }
        }, replyTo);

    /// <summary>Sends a message whose content is given as the Bot API spells it, known or not.</summary>
    public Update Send(Action<JsonObject> addContent, int? replyTo = null)
    {
        ArgumentNullException.ThrowIfNull(addContent);
        lock (Chat.Gate)
        {
            HasStarted = true;
            var now = Bot.Time.GetUtcNow();
            var message = NewMessage(fromBot: false, now);
            if (replyTo is { } repliedId && Chat.Find(repliedId) is { } replied)
            {
                message["reply_to_message"] = Quote(replied);
            }

            addContent(message);
            var id = (int)message["message_id"]!;
            Chat.Put(new ChatMessage { Id = id, FromBot = false, Date = now, Json = message });
            return Bot.Publish(new NewUpdate("message", ChatOrder, message) { MessageId = id });
        }
    }

    /// <summary>A copy one level deep, as replies carry it.</summary>
    internal static JsonObject Quote(ChatMessage message)
    {
        var copy = message.Json.DeepClone().AsObject();
        copy.Remove("reply_to_message");
        return copy;
    }

    internal JsonObject NewMessage(bool fromBot, DateTimeOffset now) => new()
    {
        ["message_id"] = Bot.NextMessageId(),
        ["from"] = fromBot ? Bot.ToUserJson() : ToUserJson(),
        ["chat"] = ToChatJson(),
        ["date"] = now.ToUnixTimeSeconds(),
    };

    internal static JsonObject Place(double latitude, double longitude) =>
        new() { ["latitude"] = latitude, ["longitude"] = longitude };

    private string ChatOrder => $"chat:{Id}";

    private static JsonObject CommandEntity(string text) => new()
    {
        ["offset"] = 0,
        ["length"] = text.IndexOf(' ', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length,
        ["type"] = "bot_command",
    };
}
