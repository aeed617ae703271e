using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Messaging;

/// <summary>
/// Signs and verifies requests as Standard Webhooks v1 describes: HMAC-SHA256 over the id, the time and the raw body.
/// Hot: runs at the door for every request of a custom channel, so neither direction makes more garbage than its result.
/// </summary>
public sealed class StandardWebhook
{
    /// <summary>Names the event: the same on every retry.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Unix seconds of this attempt.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>One or more signatures, separated by spaces.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How far a request's time may be from ours, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";
    private const int SignatureLength = 47; // "v1," and the base64 of 32 bytes

    private readonly byte[] _key;

    /// <summary>
    /// Reads the key from a secret as people write it: base64 with or without <c>whsec_</c> before it is the key's bytes;
    /// any other text is the key itself, in UTF-8.
    /// </summary>
    public StandardWebhook(string secret) => _key = KeyOf(secret);

    /// <summary>The signature header's value for one attempt. <paramref name="id"/> must not be empty or contain a dot.</summary>
    public string Sign(string id, DateTimeOffset attemptedAt, ReadOnlySpan<byte> body)
    {
        if (!IsId(id))
        {
            throw new ArgumentException("A webhook id is not empty and has no dot.", nameof(id));
        }

        Span<char> signature = stackalloc char[SignatureLength];
        Write(id, Timestamp(attemptedAt), body, signature);
        return signature.ToString();
    }

    /// <summary>The timestamp header's value for one attempt.</summary>
    public static string Timestamp(DateTimeOffset attemptedAt) =>
        attemptedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether one of <paramref name="signatures"/> fits, and the time is within <see cref="Tolerance"/> of now.
    /// The headers are taken as received, null where missing. Signatures of other versions are passed over.
    /// </summary>
    public bool Verify(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!IsId(id) || timestamp is null || signatures is null || !IsTimely(timestamp, now))
        {
            return false;
        }

        Span<char> expected = stackalloc char[SignatureLength];
        Write(id!, timestamp, body, expected);
        foreach (var range in signatures.AsSpan().Split(' '))
        {
            var candidate = MemoryMarshal.AsBytes(signatures.AsSpan(range));
            if (CryptographicOperations.FixedTimeEquals(candidate, MemoryMarshal.AsBytes(expected)))
            {
                return true;
            }
        }

        return false;
    }

    // A dot in the id would let the same signed bytes be cut into another id, time and body.
    private static bool IsId(string? id) => !string.IsNullOrEmpty(id) && !id.Contains('.');

    private static bool IsTimely(string timestamp, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        var tolerance = (long)Tolerance.TotalSeconds;
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
            && sent >= seconds - tolerance
            && sent <= seconds + tolerance;
    }

    // One call over one buffer: hashing piece by piece needs a native context, and its handle, for every request.
    private void Write(string id, string timestamp, ReadOnlySpan<byte> body, Span<char> signature)
    {
        var content = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(id.Length + timestamp.Length + 2) + body.Length);
        var length = Encoding.UTF8.GetBytes(id, content);
        content[length++] = (byte)'.';
        length += Encoding.UTF8.GetBytes(timestamp, content.AsSpan(length));
        content[length++] = (byte)'.';
        body.CopyTo(content.AsSpan(length));
        length += body.Length;

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, content.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(content);

        Version.CopyTo(signature);
        Convert.TryToBase64Chars(hash, signature[Version.Length..], out _);
    }

    private static byte[] KeyOf(string secret)
    {
        var encoded = secret.AsSpan(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? SecretPrefix.Length : 0);
        var key = new byte[encoded.Length];

        // An empty key would let anybody sign, so a bare prefix counts as text.
        return Convert.TryFromBase64Chars(encoded, key, out var length) && length > 0
            ? key[..length]
            : Encoding.UTF8.GetBytes(secret);
    }
}
