namespace Rozmova.Platforms.WeChat;

/// <summary>
/// The codes that we ourselves give: to answers of those who stand between us and WeChat, and where we know WeChat's without
/// asking.
/// </summary>
internal static class WeChatCodes
{
    public const int NoSuchTemplate = 40037;
    public const int FileTooLarge = 45001;
    public const int TooFrequent = 45011;
    public const int WrongParameters = 47003;
}
