using System.Globalization;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>The CRM's times: most name no zone, and then mean its own.</summary>
internal static class SellerCrmTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy H:mm:ss", "dd.MM.yyyy"];

    /// <summary>A time; null where none can be read.</summary>
    /// <param name="text">What the CRM wrote.</param>
    /// <param name="ahead">How far its clock is ahead of UTC.</param>
    public static DateTimeOffset? Read(string? text, TimeSpan ahead)
    {
        if (DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out local)
                && local.Kind == DateTimeKind.Unspecified))
        {
            return local.Year < 2000 ? null : new DateTimeOffset(local, ahead).ToUniversalTime();
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned) && zoned.Year >= 2000
            ? zoned.ToUniversalTime()
            : null;
    }
}
