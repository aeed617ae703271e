using System.Globalization;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>WeChat said no, by a code of its page "Global return codes".</summary>
internal sealed record WeChatRejection(int Code, string Message) : PlatformAnswer
{
    public override string Summary => Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>The token was wrong, or is no longer the newest, or has expired: worth another try with another one.</summary>
    public bool IsAboutToken => Code is 40001 or 40014 or 42001;
}
