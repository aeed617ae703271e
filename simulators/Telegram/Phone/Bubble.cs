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

    /// <summary>As a member of a group sees it: with its author's name, and buttons that they press there.</summary>
    public static Html Render(Customer member, Group group, ChatMessage message, int order)
    {
        var author = message.Json["from"]!;
        var isMine = (long?)author["id"] == member.Id;
        var name = Html.When(!isMine, $"<div class=\"text\"><b>{(string?)author["first_name"]}</b></div>");
        return Html.Of($"""
            <article class="row {(isMine ? "mine" : "theirs")}" id="{ElementId(message)}" style="order:{order}" tabindex="0">
            <div class="bubble">{name}{Content(member, message)}{Footer(member, message)}</div>{Buttons(member, message, group)}</article>

            """);
    }

    public static string ElementId(ChatMessage message) => $"m{message.Id}v{message.Version}";

    private static Html Inside(Customer customer, ChatMessage message) =>
        Html.Of($"{Content(customer, message)}{Footer(customer, message)}{Tools(customer, message)}");

    private static Html Content(Customer customer, ChatMessage message)
    {
        var text = message.Text is { } words
            ? Html.Of($"<div class=\"text\">{FormattedMessage.Render(words, Entities(message))}</div>")
            : Html.Empty;
        return Html.Of($"{Quote(message)}{BubbleMedia.Render(customer, message.Json)}{text}");
    }

    private static JsonArray? Entities(ChatMessage message) =>
        (message.Json["entities"] ?? message.Json["caption_entities"]) as JsonArray;

    private static Html Quote(ChatMessage message)
    {
        if (message.Json["reply_to_message"] is not JsonObject replied)
        {
            return Html.Empty;
        }

        var author = (string?)replied["from"]?["first_name"];
        return Html.Of($"<div class=\"quote\"><b>{author}</b><span>{BubbleMedia.Summary(replied)}</span></div>");
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
        var reactions = Html.Join(Reactions.Select(emoji => React(customer, message, emoji)));
        var edit = Html.When(!message.FromBot && message.Text is not null, $"{InComposer("edit", "Edit", message)}");
        return Html.Of($"<div class=\"tools\">{reactions}{InComposer("reply", "Reply", message)}{edit}</div>");
    }

    /// <summary>The reaction that is there already is taken back.</summary>
    private static Html React(Customer customer, ChatMessage message, string emoji)
    {
        var reaction = emoji == message.CustomerReaction ? "" : emoji;
        return ActForm.Button(customer, emoji, ("do", "react"), ("message", $"{message.Id}"), ("emoji", reaction));
    }

    private static Html InComposer(string field, string label, ChatMessage message) =>
        Html.Of($"<a href=\"composer?{field}={message.Id}\" target=\"composer\">{label}</a>");

    private static Html Buttons(Customer customer, ChatMessage message, Group? group = null)
    {
        if (message.Json["reply_markup"]?["inline_keyboard"] is not JsonArray rows)
        {
            return Html.Empty;
        }

        var lines = rows
            .Select(row => row!.AsArray().Select(button => Button(customer, message, InlineButton.Read(button!), group)))
            .Select(buttons => Html.Of($"<div>{Html.Join(buttons)}</div>"));
        return Html.Of($"<div class=\"buttons\">{Html.Join(lines)}</div>");
    }

    private static Html Button(Customer customer, ChatMessage message, InlineButton button, Group? group) => button switch
    {
        { CallbackData: { } data } => ActForm.Button(
            customer, button.Text, ("do", "press"), ("message", $"{message.Id}"), ("data", data), ("group", $"{group?.Id}")),
        { Url: { } url } => WebLink.Render(url, Html.Of($"{button.Text} ↗")),
        _ => Html.Of($"<span>{button.Text}</span>"),
    };
}
