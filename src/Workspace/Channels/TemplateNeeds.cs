using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Channels;

/// <summary>Holds a message against the template it names. Pure.</summary>
internal static class TemplateNeeds
{
    /// <summary>What is missing or does not fit, each as the end of a sentence; empty when all is there.</summary>
    public static IReadOnlyList<string> Missing(MessageTemplate template, MessageContent.Template wanted)
    {
        List<string> missing = [];
        if (template.Parameters.Count != wanted.Parameters.Count)
        {
            missing.Add(Sentence(
                $"{template.Parameters.Count} parameters ({string.Join(", ", template.Parameters)}), and there are {wanted.Parameters.Count}"));
        }

        if (HeaderOf(wanted.Header) != template.HeaderNeeds)
        {
            missing.Add(Words(template.HeaderNeeds));
        }

        for (var place = 0; place < Math.Max(template.ButtonNeeds.Count, wanted.ButtonInputs.Count); place++)
        {
            var button = wanted.ButtonInputs.ElementAtOrDefault(place);
            switch (template.ButtonNeeds.ElementAtOrDefault(place))
            {
                case TemplateButtonNeed.Url when string.IsNullOrEmpty(button?.Url):
                    missing.Add(Sentence($"the end of the address of button {place + 1} ({template.Buttons.ElementAtOrDefault(place)}) as buttons[{place}].url"));
                    break;
                case not TemplateButtonNeed.Url when button?.Url is { Length: > 0 }:
                    missing.Add(Sentence($"no address for button {place + 1}"));
                    break;
                case not TemplateButtonNeed.Key when button?.Key is { Length: > 0 }:
                    missing.Add(Sentence($"no key for button {place + 1}"));
                    break;
                default:
                    break; // it needs nothing, or has what it needs
            }
        }

        return missing;
    }

    private static string? HeaderOf(MessageContent? header) => header?.TypeName();

    private static string Words(string? header) => header switch
    {
        null => "nothing above its text",
        "text" => "the words for the place above its text, as text",
        "location" => "a place above its text, as latitude, longitude and name",
        _ => $"a file of type {header} above its text, as mediaId or url",
    };

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
