namespace Rozmova.Simulators.Telegram;

public enum MediaKind
{
    Photo,
    Voice,
    Audio,
    Video,
    VideoNote,
    Document,
    Sticker,
    Animation,
}
