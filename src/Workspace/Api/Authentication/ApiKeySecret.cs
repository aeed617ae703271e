using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Workspace.Api.Authentication;

/// <summary>How API keys and one-time tokens are made and recognised. They are random, so a plain hash guards them.</summary>
internal static class ApiKeySecret
{
    private const string Prefix = "rk_";
    private const int Bytes = 32;

    /// <summary>A new API key.</summary>
    public static string CreateKey() => Prefix + CreateToken();

    /// <summary>A new one-time token.</summary>
    public static string CreateToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
