using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Custom;

internal static class CustomCapabilities
{
    public static readonly PlatformCapabilities All = new()
    {
        Names =
        [
            ContentTypes.Text, ContentTypes.Image, ContentTypes.Audio, ContentTypes.Voice, ContentTypes.Video, ContentTypes.File,
            ContentTypes.Sticker, ContentTypes.Location, ContentTypes.Contact, ContentTypes.Buttons, ContentTypes.Menu, "reply",
            "typing", "edit", "delete", "reactions", "delivered", "read",
        ],
        ChosenBy = CustomSettings.Events,
        Chosen = new Dictionary<string, string>
        {
            ["typing"] = EventTypes.Typing,
            ["edit"] = EventTypes.Edit,
            ["delete"] = EventTypes.Delete,
            ["reactions"] = EventTypes.Reaction,
        },
        MaxButtons = 30,
        FetchesFiles = true,
    };
}
