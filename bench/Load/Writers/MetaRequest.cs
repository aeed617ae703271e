using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Bench.Writers;

/// <summary>How Meta signs: HMAC-SHA256 of the body under the app's secret, in hex.</summary>
internal static class MetaRequest
{
    public const string AppSecret = "0123456789abcdef0123456789abcdef";

    public static WrittenMessage Sign(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), body));
        return new WrittenMessage(body) { Headers = new Dictionary<string, string> { ["X-Hub-Signature-256"] = $"sha256={signature}" } };
    }
}
