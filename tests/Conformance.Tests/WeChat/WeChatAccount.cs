using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.WeChat;

namespace Rozmova.Conformance.Tests.WeChat;

/// <summary>An official account.</summary>
internal sealed class WeChatAccount(WeChatSimulator simulator, OfficialAccount account) : AccountUnderTest
{
    private string? _customer;

    public override JsonObject Settings => new()
    {
        ["appId"] = account.Settings.AppId,
        ["appSecret"] = account.Settings.AppSecret,
        ["token"] = account.Settings.Token,
        ["encodingAesKey"] = account.Settings.EncodingAesKey,
        ["baseUrl"] = simulator.BaseAddress.ToString(),
    };

    public override Task SubscribeAsync()
    {
        account.WebhookUrl = Webhook;
        return Task.CompletedTask;
    }

    public override CustomerUnderTest AddCustomer(string name)
    {
        var follower = account.AddFollower();
        follower.Remark = name;
        _customer = follower.OpenId;
        return new WeChatCustomer(follower);
    }

    public override WireRequest Sign(ReadOnlyMemory<byte> body)
    {
        var (query, sealedBody) = account.Seal(body.Span);
        return new WireRequest(
            Webhook.AbsolutePath, query, new Dictionary<string, string> { ["Content-Type"] = "text/xml" }, sealedBody);
    }

    public override (string Query, string Answer) AskVerification() => account.AskVerification();

    public override void Provoke(Trouble trouble)
    {
        if (trouble is Trouble.TokenExpired)
        {
            account.ResetSecret(account.Settings.AppSecret + "0");
            return;
        }

        simulator.Faults.Add(FaultOf(trouble) with { Method = "/cgi-bin/message/custom/send", Whom = _customer });
    }

    public override JsonObject Mend() => new() { ["appSecret"] = account.Settings.AppSecret };

    private static Fault FaultOf(Trouble trouble) => trouble switch
    {
        Trouble.Blocked => new Refusal(43004, "require subscribe"),
        Trouble.UnknownChat => new Refusal(40003, "invalid openid"),
        Trouble.RateLimited => new Refusal(45011, "api minute-quota reach limit"),
        Trouble.ServerError => new Fault.HttpStatus(500),
        _ => new Fault.LostAnswer(),
    };
}
