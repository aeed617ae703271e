namespace Rozmova.Bench.Writers;

/// <summary>One message in the envelope that Messenger and Instagram share.</summary>
internal sealed class DirectWriter(string platform, string tokenSetting, string accountSetting) : MessageWriter
{
    private const string Account = "1906385232743451";
    private const long FirstPerson = 5_254_459_154_000_000;

    public override string Platform => platform;

    public override Dictionary<string, string> Settings(string api) => new()
    {
        [tokenSetting] = "the-token-of-the-benchmarks",
        [accountSetting] = Account,
        ["appSecret"] = MetaRequest.AppSecret,
        ["baseUrl"] = api,
    };

    public override WrittenMessage Write(int number, int person, DateTimeOffset at)
    {
        var now = at.ToUnixTimeMilliseconds();
        return MetaRequest.Sign(Format($$$"""
            {"object":"{{{(platform == "messenger" ? "page" : platform)}}}","entry":[{"id":"{{{Account}}}","time":{{{now}}},"messaging":[{"sender":{"id":"{{{FirstPerson + person}}}"},"recipient":{"id":"{{{Account}}}"},"timestamp":{{{now}}},"message":{"mid":"m_{{{platform}}}AoBwi5H8kWmT2sRcnUbhCw5qFQyQ3xCq{{{number:D9}}}","text":"{{{TextOf(number)}}}"}}]}]}
            """));
    }
}
