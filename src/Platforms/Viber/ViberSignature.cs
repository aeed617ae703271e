using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Platforms.Viber;

/// <summary>The proof that a request is Viber's: HMAC-SHA256 of its raw bytes under the bot's token ("Callbacks").</summary>
internal static class ViberSignature
{
    public const string Header = "X-Viber-Content-Signature";

    public static bool Verify(string token, string? signature, ReadOnlySpan<byte> body)
    {
        Span<byte> received = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature?.Length != 2 * HMACSHA256.HashSizeInBytes
            || Convert.FromHexString(signature, received, out _, out var decoded) != System.Buffers.OperationStatus.Done
            || decoded != received.Length)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, received);
    }
}
