using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>One message as the customer's phone draws it.</summary>
internal static class Bubble
{
    private static readonly string[] Reactions = ["👍", "❤️", "🔥", "😂", "😢", "🙏"];

    /// <param name="order">Where it stands; a redrawn message keeps its place.</param>
    public static Html Render(Customer customer, ChatMessage message, int order) => Html.Of($"""
        <article class="row {(message.FromBot ? "theirs" : "mine")}" id="{ElementId(message)}" style="order:{order}" tabindex="0">
        <div class="bubble">{Inside(customer, message)}</div>{Buttons(customer, message)}</article>

        """);

    public static string ElementId(ChatMessage message) => $"m{message.Id}v{message.Version}";

    private static Html Inside(Customer customer, ChatMessage message)
    {
        var text = message.Text is { } words
            ? Html.Of($"<div class=\"text\">{FormattedMessage.Render(words, Entities(message))}</div>")
            : Html.Empty;
        return Html.Of($"{Quote(message)}{BubbleMedia.Render(customer, message.Json)}{text}{Footer(customer, message)}{Tools(customer, message)}");
    }

    private static JsonArray? Entities(ChatMessage message) =>
        (message.Json["entities"] ?? message.Json["caption_entities"]) as JsonArray;

    private static Html Quote(ChatMessage message)
    {
        if (message.Json["reply_to_message"] is not JsonObject replied)
        {
            return Html.Empty;
        }

        return Html.Of($"<div class=\"quote\"><b>{(string?)replied["from"]?["first_name"]}</b><span>{BubbleMedia.Summary(replied)}</span></div>");
    }

    private static Html Footer(Customer customer, ChatMessage message)
    {
        var reactions = Html.Join(new[] { message.CustomerReaction, message.BotReaction }
            .Where(emoji => emoji is not null).Select(emoji => Html.Of($"<span class=\"reaction\">{emoji}</span>")));
        var edited = Html.When(message.EditedAt is not null, $"edited ");
        var tick = Html.When(!message.FromBot, $"<span class=\"tick\">✓</span>");
        return Html.Of($"<footer>{reactions}<time>{edited}{customer.LocalTime(message.Date):HH:mm}{tick}</time></footer>");
    }

    /// <summary>What can be done with a message; shown while the pointer or the focus is on it.</summary>
    private static Html Tools(Customer customer, ChatMessage message)
    {
        var reactions = Html.Join(Reactions.Select(emoji => ActForm.Button(
            customer, emoji, ("do", "react"), ("message", $"{message.Id}"), ("emoji", emoji == message.CustomerReaction ? "" : emoji))));
        var reply = Html.Of($"<a href=\"composer?reply={message.Id}\" target=\"composer\">Reply</a>");
        var edit = Html.When(!message.FromBot && message.Text is not null, $"<a href=\"composer?edit={message.Id}\" target=\"composer\">Edit</a>");
        return Html.Of($"<div class=\"tools\">{reactions}{reply}{edit}</div>");
    }

    private static Html Buttons(Customer customer, ChatMessage message)
    {
        if (message.Json["reply_markup"]?["inline_keyboard"] is not JsonArray rows)
        {
            return Html.Empty;
        }

        var lines = rows.Select(row => Html.Of($"<div>{Html.Join(row!.AsArray().Select(Button))}</div>"));
        return Html.Of($"<div class=\"buttons\">{Html.Join(lines)}</div>");

        Html Button(JsonNode? node) => InlineButton.Read(node!) switch
        {
            { Url: { } url, Text: var label } when Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" =>
                Html.Of($"<a href=\"{address.AbsoluteUri}\" target=\"_blank\" rel=\"noreferrer noopener\">{label} ↗</a>"),
            { CallbackData: { } data, Text: var label } =>
                ActForm.Button(customer, label, ("do", "press"), ("message", $"{message.Id}"), ("data", data)),
            var other => Html.Of($"<span>{other.Text}</span>"),
        };
    }
}
