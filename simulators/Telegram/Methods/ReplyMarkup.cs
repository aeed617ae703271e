using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>Exactly one of: buttons under the message, keys instead of the keyboard, their removal, a forced reply.</summary>
internal sealed class ReplyMarkup
{
    private const int MostButtons = 100;
    private const int LongestCallbackData = 64;

    private static readonly string[] Kinds = ["inline_keyboard", "keyboard", "remove_keyboard", "force_reply"];
    private static readonly string[] Actions =
    [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "copy_text", "pay",
    ];

    private readonly JsonObject _markup;
    private readonly string _kind;

    private ReplyMarkup(JsonObject markup, string kind)
    {
        _markup = markup;
        _kind = kind;
    }

    public static ReplyMarkup? Read(JsonNode? given)
    {
        if (given is null or JsonObject { Count: 0 })
        {
            return null;
        }

        var markup = given as JsonObject ?? throw RefusedCallException.BadRequest("object expected as reply markup");
        var kinds = Kinds.Where(markup.ContainsKey).ToList();
        if (kinds.Count != 1)
        {
            throw RefusedCallException.BadRequest("can't parse reply keyboard markup JSON object");
        }

        if (kinds[0] == "inline_keyboard")
        {
            CheckButtons(Rows(markup, "inline_keyboard"));
        }

        return new ReplyMarkup(markup, kinds[0]);
    }

    /// <summary>For edits, which know no other kind.</summary>
    public static ReplyMarkup? ReadInline(JsonNode? given)
    {
        var markup = Read(given);
        return markup is null or { _kind: "inline_keyboard" }
            ? markup
            : throw RefusedCallException.BadRequest("inline keyboard expected");
    }

    public void Apply(JsonObject message, Chat chat)
    {
        switch (_kind)
        {
            case "inline_keyboard":
                Attach(message);
                break;
            case "keyboard":
                chat.Show(ReadKeyboard());
                break;
            case "remove_keyboard":
                chat.Show(null);
                break;
        }
    }

    /// <summary>No rows means no buttons, and the member is left out.</summary>
    public void Attach(JsonObject message)
    {
        message.Remove("reply_markup");
        if (Rows(_markup, "inline_keyboard").Count > 0)
        {
            message["reply_markup"] = new JsonObject { ["inline_keyboard"] = _markup["inline_keyboard"]!.DeepClone() };
        }
    }

    private static JsonArray Rows(JsonObject markup, string kind) =>
        markup[kind] is JsonArray rows && rows.All(row => row is JsonArray)
            ? rows
            : throw RefusedCallException.BadRequest("can't parse reply keyboard markup JSON object");

    private static void CheckButtons(JsonArray rows)
    {
        var buttons = rows.SelectMany(row => row!.AsArray()).ToList();
        if (buttons.Count > MostButtons)
        {
            throw RefusedCallException.BadRequest("REPLY_MARKUP_TOO_LONG");
        }

        foreach (var button in buttons)
        {
            CheckButton(button as JsonObject ?? throw CannotParseButton("expected an Object"));
        }
    }

    private static void CheckButton(JsonObject button)
    {
        if (string.IsNullOrWhiteSpace((string?)button["text"]))
        {
            throw RefusedCallException.BadRequest("BUTTON_TEXT_INVALID");
        }

        if (Actions.Count(button.ContainsKey) != 1)
        {
            throw CannotParseButton("Text buttons are unallowed in the inline keyboard");
        }

        if (button["callback_data"] is { } data && Encoding.UTF8.GetByteCount((string)data!) is 0 or > LongestCallbackData)
        {
            throw RefusedCallException.BadRequest("BUTTON_DATA_INVALID");
        }

        if (button["url"] is { } url && !Uri.IsWellFormedUriString((string)url!, UriKind.Absolute))
        {
            throw RefusedCallException.BadRequest("BUTTON_URL_INVALID");
        }
    }

    private ReplyKeyboard ReadKeyboard() => new(
        [.. Rows(_markup, "keyboard").Select(row => (IReadOnlyList<ReplyKey>)[.. row!.AsArray().Select(ReadKey)])],
        (bool?)_markup["one_time_keyboard"] ?? false);

    private static ReplyKey ReadKey(JsonNode? key) => key switch
    {
        JsonValue text => new ReplyKey((string)text!, false, false),
        JsonObject given when (string?)given["text"] is { Length: > 0 } text => new ReplyKey(
            text, (bool?)given["request_contact"] ?? false, (bool?)given["request_location"] ?? false),
        _ => throw RefusedCallException.BadRequest("can't parse keyboard button: expected an Object"),
    };

    private static RefusedCallException CannotParseButton(string detail) =>
        RefusedCallException.BadRequest($"can't parse inline keyboard button: {detail}");
}
