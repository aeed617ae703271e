using System.Globalization;

namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>Initials on a colour of one's own, for a face nobody has drawn.</summary>
internal static class Avatar
{
    public static Html Render(long id, string size, params string?[] names)
    {
        var initials = string.Concat(names.Select(name => StringInfo.GetNextTextElement(name ?? "", 0)));
        return Html.Of($"<span class=\"avatar {size}\" style=\"--hue:{id * 137 % 360}\">{initials}</span>");
    }
}
