namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>The page around a phone: who can be played, and what they can send.</summary>
internal static class PhoneShell
{
    private static readonly (string Name, string Label, string Icon)[] Attachable =
    [
        ("start", "/start", "▸"), ("photo", "Photo", "🖼️"), ("album", "Album", "🗂️"), ("voice", "Voice", "🎙️"),
        ("audio", "Audio", "🎵"), ("video", "Video", "🎬"), ("video_note", "Round", "⭕"), ("document", "Document", "📄"),
        ("sticker", "Sticker", "😀"), ("animation", "GIF", "🎞️"), ("location", "Location", "📍"), ("venue", "Venue", "🏢"),
        ("contact", "Contact", "👤"),
    ];

    public static Html Render(TelegramSimulator simulator, Customer? customer, Group? group = null) => Html.Of($"""
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Telegram, simulated</title><link rel="stylesheet" href="/phone.css"></head><body class="shell">
        <nav><h1>Telegram<small>simulated</small></h1>{Html.Join(simulator.Bots.Select(bot => People(bot, customer)))}</nav>
        {(customer is null ? Nobody : group is null ? Phone(customer) : Phone(customer, group))}
        {(customer is null ? Html.Empty : Side(customer))}{ActForm.Sink}</body></html>
        """);

    /// <summary>Everything a phone can send without typing.</summary>
    public static Html Attachments(Customer customer) => Html.Join(Attachable.Select(each =>
        ActForm.Button(customer, $"{each.Icon} {each.Label}", ("do", each.Name))));

    private static Html Nobody { get; } = new("<section class=\"phone nobody\"><p>No customers yet.</p></section>");

    private static Html People(BotAccount bot, Customer? open) => Html.Of($"""
        <section><h2>@{bot.Username}</h2>{Html.Join(bot.Customers.Select(customer => Person(customer, customer == open)))}
        <form class="newcomer" method="post" action="/phone/{bot.Id}"><input name="name" required maxlength="64"
        placeholder="New customer" aria-label="Name of a new customer"><button aria-label="Add">+</button></form></section>
        """);

    private static Html Person(Customer customer, bool isOpen)
    {
        var last = customer.Messages.LastOrDefault(message => !message.IsDeleted);
        var summary = last is null ? "has not written yet" : BubbleMedia.Summary(last.Json);
        return Html.Of($"""
            <a class="person" href="{PhonePaths.Of(customer)}" {new Html(isOpen ? "aria-current=\"page\"" : "")}>
            {Face(customer, "")}
            <span><b>{customer.Profile.FullName}</b><small>{summary}</small></span></a>
            """);
    }

    private static Html Phone(Customer customer) => Html.Of($"""
        <section class="phone" aria-label="Phone of {customer.Profile.FullName}"><div class="screen">
        <iframe src="{PhonePaths.Of(customer)}/thread" title="Chat"></iframe>
        <iframe class="writing" name="composer" src="{PhonePaths.Of(customer)}/composer" title="Write"></iframe></div></section>
        """);

    private static Html Phone(Customer member, Group group) => Html.Of($"""
        <section class="phone" aria-label="{group.Title} on the phone of {member.Profile.FullName}"><div class="screen">
        <iframe src="{PhonePaths.Of(member, group)}/thread" title="Group"></iframe></div></section>
        """);

    private static Html GroupLink(Customer member, Group group) =>
        Html.Of($"<p><a href=\"{PhonePaths.Of(member, group)}\">👥 {group.Title}</a></p>");

    private static Html Side(Customer customer) => Html.Of($"""
        <aside>{Face(customer, "large")}
        <h2>{customer.Profile.FullName}</h2>
        <p>{(customer.Profile.Username is { } username ? $"@{username} · " : "")}{customer.Id}</p>{Html.Join(customer.Bot.Groups.Select(group => GroupLink(customer, group)))}
        <h3>Send as {customer.Profile.FirstName}</h3><div class="attachments">{Attachments(customer)}</div>
        <p class="hint">Point at a message to react, reply or edit. The ⋮ menu blocks the bot.</p></aside>
        """);

    private static Html Face(Customer customer, string size) =>
        Avatar.Render(customer.Id, size, customer.Profile.FirstName, customer.Profile.LastName);
}
