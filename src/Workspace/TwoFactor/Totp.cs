using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Workspace.TwoFactor;

/// <summary>Time-based one-time passwords (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, 6 digits, 30 seconds.</summary>
internal static class Totp
{
    public const int Digits = 6;
    private const int SecretBytes = 20;
    private const int Modulus = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>A phone's clock may be so many steps off.</summary>
    private const int Tolerance = 1;

    public static byte[] CreateSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The code of one step.</summary>
    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // what authenticator apps speak; as a HMAC with a random key it is sound
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var chosen = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (chosen % Modulus).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// <summary>The step this code is of, about now; null when it is of none. Every candidate is compared, in constant time.</summary>
    public static long? FindStep(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        long? found = null;
        var given = Encoding.UTF8.GetBytes(code);
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeAt(secret, step)), given))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>As people type it and apps read it (RFC 4648, without padding).</summary>
    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 / 5) + 1);
        var (bits, count) = (0, 0);
        foreach (var part in bytes)
        {
            (bits, count) = ((bits << 8) | part, count + 8);
            while (count >= 5)
            {
                count -= 5;
                text.Append(Alphabet[(bits >> count) & 31]);
                bits &= (1 << count) - 1;
            }
        }

        return count == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - count)) & 31]).ToString();
    }

    /// <summary>What a QR code says to an authenticator app.</summary>
    public static string Address(ReadOnlySpan<byte> secret, string account) =>
        $"otpauth://totp/Rozmova:{Uri.EscapeDataString(account)}?secret={ToBase32(secret)}&issuer=Rozmova";
}
