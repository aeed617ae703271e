using Rozmova.Simulators.WeChat;

namespace Rozmova.Conformance.Tests.WeChat;

public sealed class WeChatPlainConformance(ConformanceHouse<WeChatInPlainMode> house, ITestOutputHelper output)
    : ConformanceTests<WeChatInPlainMode>(house, output);

public sealed class WeChatSecureConformance(ConformanceHouse<WeChatInSecureMode> house, ITestOutputHelper output)
    : ConformanceTests<WeChatInSecureMode>(house, output);

/// <summary>WeChat with pushes in the clear: the signature covers the query only.</summary>
public sealed class WeChatInPlainMode() : WeChatUnderTest(PushMode.Plain)
{
    public override Credential Credential => new Credential.Query("signature");
}

/// <summary>WeChat with encrypted pushes: the signature covers what is encrypted, so space around it is no harm.</summary>
public sealed class WeChatInSecureMode() : WeChatUnderTest(PushMode.Secure)
{
    public override Credential Credential => new Credential.Query("msg_signature");
}

/// <summary>WeChat: an official account for each case, whose owner enters the webhook on WeChat's site.</summary>
public abstract class WeChatUnderTest(PushMode mode) : PlatformUnderTest
{
    private static int _lastAccount;

    private WeChatSimulator? _simulator;

    public override string Key => "wechat";

    public override IReadOnlyList<string> Acts => ["text", "image", "voice", "video", "location", "press", "unknown", "block"];

    public override bool SignsBody => false;

    /// <summary>WeChat takes voice as AMR and MP3 only.</summary>
    public override SampleFile SampleOf(string type) =>
        type == "voice" ? base.SampleOf("audio") with { Name = "voice.mp3" } : base.SampleOf(type);

    public override async Task StartAsync(TimeProvider time) =>
        _simulator = await WeChatSimulator.StartAsync(new WeChatSimulatorOptions(), time, CancellationToken.None);

    public override AccountUnderTest OpenAccount()
    {
        var number = Interlocked.Increment(ref _lastAccount);
        var account = _simulator!.AddAccount(new AccountSettings
        {
            AppId = $"wx{number:x16}",
            AppSecret = $"secret-{number}",
            Token = $"Token{number}",
            EncodingAesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            Mode = mode,
        });
        account.Templates["order_ready"] = "Your order {{character_string1.DATA}} is ready.";
        return new WeChatAccount(_simulator, account);
    }

    public override ValueTask DisposeAsync() => _simulator!.DisposeAsync();
}
