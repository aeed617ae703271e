using System.Collections.Frozen;
using Rozmova.Desks.Webim;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Desks.Tests.Webim;

/// <summary>Contracts of accounts that differ from the usual one in some settings.</summary>
internal static class WebimUnderTest
{
    public const string Token = "wbm-token-of-the-tests";
    public const string Secret = "callback-secret-of-the-tests";

    public static WebimContract Contract(params (string Name, object Value)[] settings)
    {
        var all = WebimSettings.All.Where(field => field.Default is not null).ToDictionary(field => field.Name, field => field.Kind switch
        {
            SettingKind.Flag => bool.Parse(field.Default!),
            SettingKind.Number => long.Parse(field.Default!, System.Globalization.CultureInfo.InvariantCulture),
            _ => (object)field.Default!,
        });
        all[WebimSettings.AccessToken] = Token;
        all[WebimSettings.CallbackSecret] = Secret;
        all[WebimSettings.BaseUrl] = "https://demo.webim.example";
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new WebimContract(
            new ChannelConnection(new ChannelId(new Guid("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")), "webim", all.ToFrozenDictionary(), webhookUrl: null));
    }
}
