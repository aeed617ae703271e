namespace Rozmova.Platforms.WeChat;

/// <summary>The codes that we ourselves give to answers of those who stand between us and WeChat.</summary>
internal static class WeChatCodes
{
    public const int FileTooLarge = 45001;
    public const int TooFrequent = 45011;
}
