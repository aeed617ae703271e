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
        ],
        MaxButtons = 30,
        FetchesFiles = true,
    };
}
