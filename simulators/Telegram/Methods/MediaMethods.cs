using System.Globalization;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>Sends with files, and the way back to their bytes.</summary>
internal static class MediaMethods
{
    private const long LargestDownload = 20 * 1024 * 1024;

    private static long _lastAlbum = 13_950_000_000_000_000;

    public static Func<BotCall, CancellationToken, ValueTask<Answer>> Send(MediaKind kind) => async (call, cancellationToken) =>
    {
        Outgoing.Recipient(call);
        var member = MediaContent.MemberOf(kind);
        var caption = FormattedText.ReadCaption(call.Parameters);
        var file = await MediaInput.ReadAsync(call, kind, member, cancellationToken);
        return Outgoing.Send(call, message =>
        {
            MediaContent.Add(message, file);
            caption.AddTo(message, "caption");
        });
    };

    public static async ValueTask<Answer> SendMediaGroupAsync(BotCall call, CancellationToken cancellationToken)
    {
        var recipient = Outgoing.Recipient(call);
        if (call.Parameters.Structure("media") is not JsonArray { Count: >= 2 and <= 10 } media)
        {
            throw RefusedCallException.BadRequest("media group must include 2-10 items");
        }

        var items = new List<(StoredFile File, FormattedText Caption)>();
        foreach (var item in media)
        {
            items.Add(await ReadItemAsync(call, item!.AsObject(), cancellationToken));
        }

        CheckMixture(items.Select(item => item.File.Kind).Distinct().ToList());
        Outgoing.KeepPace(call, recipient);
        var album = Interlocked.Increment(ref _lastAlbum).ToString(CultureInfo.InvariantCulture);
        var messages = items.Select(item => Outgoing.Post(call, recipient, markup: null, message =>
        {
            message["media_group_id"] = album;
            MediaContent.Add(message, item.File);
            item.Caption.AddTo(message, "caption");
        })).ToList();
        return Answer.Of(new JsonArray([.. messages.Select(message => message.Json.DeepClone())]));
    }

    public static Answer GetFile(BotCall call)
    {
        var stored = call.Bot.Files.FindById(call.Parameters.Text("file_id") ?? "")
            ?? throw RefusedCallException.BadRequest("wrong file_id or the file is temporarily unavailable");
        return stored.Size > LargestDownload
            ? throw RefusedCallException.BadRequest("file is too big")
            : Answer.Of(new JsonObject
            {
                ["file_id"] = stored.FileId,
                ["file_unique_id"] = stored.UniqueId,
                ["file_size"] = stored.Size,
                ["file_path"] = stored.FilePath,
            });
    }

    /// <summary>An InputMedia object, as albums and edits carry it.</summary>
    public static async Task<(StoredFile File, FormattedText Caption)> ReadItemAsync(
        BotCall call, JsonObject item, CancellationToken cancellationToken)
    {
        var kind = (string?)item["type"] switch
        {
            "photo" => MediaKind.Photo,
            "video" => MediaKind.Video,
            "audio" => MediaKind.Audio,
            "document" => MediaKind.Document,
            "animation" => MediaKind.Animation,
            _ => throw RefusedCallException.BadRequest("can't parse InputMedia: type must be specified"),
        };
        var caption = FormattedText.ReadCaption((string?)item["caption"], (string?)item["parse_mode"], item["caption_entities"]);
        return (await MediaInput.ReadAsync(call, kind, (string?)item["media"], "media", cancellationToken), caption);
    }

    private static void CheckMixture(List<MediaKind> kinds)
    {
        var mixes = kinds.TrueForAll(kind => kind is MediaKind.Photo or MediaKind.Video);
        if (kinds.Contains(MediaKind.Animation) || (kinds.Count > 1 && !mixes))
        {
            throw RefusedCallException.BadRequest("media of these types can't be mixed in one group");
        }
    }
}
