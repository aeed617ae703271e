using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Viber;

/// <summary>
/// What stood on the buttons: a press sends the button's data only. So the labels travel in tracking_data, which Viber gives
/// back with the customer's next message. Whoever presses after we wrote again is shown by the key.
/// </summary>
internal static class ViberLabels
{
    private const int MaxLength = 4000;

    /// <summary>The labels as tracking_data; null where no button sends anything, or the labels are too many to travel.</summary>
    public static string? Write(IReadOnlyList<Button> items)
    {
        Dictionary<string, string?> labels = [];
        foreach (var item in items.Where(item => item.Url is null && item.Request is null))
        {
            labels.TryAdd(item.Key ?? item.Text, item.Text);
        }

        var data = JsonSerializer.Serialize(new TrackedLabels(labels), ViberWriter.Json.TrackedLabels);
        return labels.Count > 0 && data.Length <= MaxLength ? data : null;
    }

    /// <summary>
    /// The label of the button that sends <paramref name="key"/>; null where it was not among those we wrote of.
    /// </summary>
    public static string? Find(string? trackingData, string key)
    {
        if (trackingData is null || !trackingData.StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(trackingData, ViberJson.Default.TrackedLabels)?.Labels?.GetValueOrDefault(key);
        }
        catch (JsonException)
        {
            // Another program's data: the bot may have been in other hands a moment ago.
            return null;
        }
    }
}
