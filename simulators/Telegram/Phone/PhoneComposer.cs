namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>Where a message is typed. It is a frame of its own, so that sending reloads it, empty, and nothing else.</summary>
internal static class PhoneComposer
{
    public static Html Render(Customer customer, ChatMessage? replyTo, ChatMessage? edited) => Html.Of($"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Write</title><link rel="stylesheet" href="/phone.css"></head><body class="composer">
        <form method="post" action="{PhonePaths.Of(customer)}/composer" enctype="multipart/form-data">
        {About("Reply to", "reply", replyTo)}{About("Edit", "edit", edited)}
        <label class="clip" title="Attach a file"><input type="file" name="file" required><span>📎</span></label>
        <input class="words" name="text" autocomplete="off" autofocus placeholder="Message"
        aria-label="Message" value="{edited?.Text}">
        <button formnovalidate aria-label="Send">➤</button></form></body></html>
        """);

    private static Html About(string what, string field, ChatMessage? message) => message is null ? Html.Empty : Html.Of($"""
        <input type="hidden" name="{field}" value="{message.Id}">
        <div class="about"><b>{what}</b> {BubbleMedia.Summary(message.Json)}
        <a href="composer" aria-label="Cancel">✕</a></div>
        """);
}
