namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>Only web addresses become links: a bot could have sent <c>javascript:</c>.</summary>
internal static class WebLink
{
    public static Html Render(string? address, Html inside) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? Html.Of($"<a href=\"{url.AbsoluteUri}\" target=\"_blank\" rel=\"noreferrer noopener\">{inside}</a>")
            : Html.Of($"<span>{inside}</span>");
}
