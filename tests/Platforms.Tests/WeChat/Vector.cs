namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>Messages encrypted by other means (OpenSSL) with the key, token and app id of <see cref="WeChatUnderTest"/>.</summary>
internal sealed record Vector(string Timestamp, string Nonce, string Random, string Message, string Encrypted, string Signature)
{
    /// <summary>Not ASCII, 31 bytes of padding.</summary>
    public static Vector Inbound { get; } = new(
        "1717000001",
        "1320562132",
        "0123456789abcdef",
        "<xml><ToUserName><![CDATA[gh_0a1b2c3d4e5f]]></ToUserName><FromUserName><![CDATA[oUser-Demo_0000000000000001]]></FromUserName>"
        + "<CreateTime>1717000001</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[Привіт 你好]]></Content>"
        + "<MsgId>24567890123456789</MsgId></xml>",
        "Q3stYC6hdFzMh9T8HCvyDPFXyzlPwyuO4dSoYdHcNY5bRm8KYviewnZNxu9mfHsIH13ULpsAljWy4LtsyD+X+UqRvARus7LLBISasfBCkUbwBx+ZcZd8Hhq8QmUZijpd"
        + "P6T028rI2gfGDEz8i5x4oMqYl5mA5vDRnIBk2N+M/mkIdJ+lDYRk0uXXj+6SYEDOEkenOzYGE2IZ0yFPoZ785ofDyRB/K8DdN5WNj4SDLBFZKCO6x55Qv34X04LDVXT/"
        + "YtOuh8LWcAJJKFUnC41tNTJyZUU/JJyewDDbdESnxPE8RxPSN+zrOVDDTsniKCDAT4QTfLloKoisye6UWepJM3sUbPaf318Rhm/+Gj9mcc+a7VukgC3JRBtdBlmVEdhx"
        + "O5OLgOqwlYgH+aL0yQ1HzoyY62K5w4UCTpUCIzcIuV8yQnHY9kuff5ZVytbiDG+TDFVNA6t3o4TsjQ0VccFm2g==",
        "f0c31959c6592bb23ed52dba7a5d46e0f2a0d1f9");

    /// <summary>A passive reply, 16 bytes of padding.</summary>
    public static Vector Reply { get; } = new(
        "1717000002",
        "99887766",
        "fedcba9876543210",
        "<xml><ToUserName><![CDATA[oUser-Demo_0000000000000001]]></ToUserName><FromUserName><![CDATA[gh_0a1b2c3d4e5f]]></FromUserName>"
        + "<CreateTime>1717000002</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[OK]]></Content></xml>",
        "DpQeJfnf/MGZ/+GTIspwVNGiqjvXsIWWUiDXZtuw+ZWWSySDTUyTvVbYrWKy8BM2jR4qeNOfUWdPKpgnf8no0q8IAyflQ+CFyRISmQMCIn6xGzmEi8r4o0TcWaOP5MEe"
        + "7lboQo/43Q6raYxluUJoio437zDJjtJ+oVGw0Is7Vw8jUDICl/hUI6n4D1DxYicjAf26lAsN8NoWXuME8xy73Hks2FEUSjIuDwRGLT4GMMwYWIjd80KLUm+eFsZfM3Zv"
        + "u1HkfagBHNfj4Mkga0DsdiX1F3IukwCSOYCq207dlyYehOuJs/isCEKzau+PF87tFA0tOw7G0nmDteY+r9aozqrm0pTCyUV86RjlBcGCPBYj6g4DLal+L/ktvaiCHG+2",
        "67c06d06bd952fb87db25042c7326196c1617719");

    /// <summary>Already aligned: 32 bytes of padding.</summary>
    public static Vector Aligned { get; } = new(
        "1717000003",
        "7",
        "AAAAAAAAAAAAAAAA",
        "<xml>xxxxxxxxxxxxxxx</xml>",
        "eCyIe0+uiijGBq44XutxntoWgYS10rzXA/3XFbs7HUJW7ThxiYm7edoOmVNd3tAcpAHhOpzdfMELOAlcAJ9uq3qQvtiXhrBgcQVckl+elWe/cI0YX0e250w0HONiBB7+",
        "aa092aad0d200f0b9e08aad42224e53c8f6b4be7");

    /// <summary>17 bytes of padding: what .NET's own padding refuses.</summary>
    public static Vector Seventeen { get; } = new(
        "1717000004",
        "8",
        "BBBBBBBBBBBBBBBB",
        "<xml>yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy</xml>",
        "2bKR4s1kLMXUso2M2Ah5RlRPnyVMBxxkMHx55VTmS9eOUJNBR0kTy41LrP48TTSXUIZPopmNwCwNdiXm5Eqyh5igqnzRRz+DEsH3igrKp9Uu6O75tE2eXLfyjGP5gNhU",
        "1a90f6e9cd05eb4e3461488037161a202fda33be");

    /// <summary>Signed with our token, and meant for the app id <c>wxffffffffffffffff</c>.</summary>
    public static Vector Foreign { get; } = new(
        "1717000005",
        "9",
        "CCCCCCCCCCCCCCCC",
        "<xml>z</xml>",
        "mu+82QvwqB3OlrDNm06PVtVjvowD4nP1B6unT7Q0pzB7+RHRYe3+A5fwnYuc5dYVcmtfhjZqHkcVwoEzR6tjyQ==",
        "b8c872f0d04b6532ea4a3a1ca59e2f32f8fd7d00");

    public static TheoryData<string> Names => ["Inbound", "Reply", "Aligned", "Seventeen"];

    public static Vector Named(string name) => name switch
    {
        "Inbound" => Inbound,
        "Reply" => Reply,
        "Aligned" => Aligned,
        _ => Seventeen,
    };

    /// <summary>The body of a push in secure mode.</summary>
    public string Body => $"<xml><ToUserName><![CDATA[gh_0a1b2c3d4e5f]]></ToUserName><Encrypt><![CDATA[{Encrypted}]]></Encrypt></xml>";
}
