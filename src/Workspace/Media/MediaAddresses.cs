using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Media;

/// <summary>
/// Addresses by which a platform may fetch one file for a while. The signature is the rest of the address as the program's own keys
/// protect it: nobody else can make one, and renewing the keys needs no thought here.
/// </summary>
internal sealed class MediaAddresses(IDataProtectionProvider protection, IOptions<RozmovaOptions> options, TimeProvider time)
{
    /// <summary>Long enough for a platform that fetches late or twice.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("media address");

    /// <summary>A new address; null while we have no public one ourselves.</summary>
    public Uri? Create(MediaId id) => options.Value.PublicAddress is { } root ? new Uri(root, CreatePath(id)) : null;

    /// <summary>The same below whatever address somebody reached us by.</summary>
    public string CreatePath(MediaId id)
    {
        var expires = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        var signature = WebEncoders.Base64UrlEncode(_protector.Protect(Signed(id, expires)));
        return string.Create(CultureInfo.InvariantCulture, $"media/{id}/{expires}/{signature}");
    }

    /// <summary>Whether an address of ours was made of these and still holds.</summary>
    public bool Holds(MediaId id, long expires, string signature)
    {
        if (expires < time.GetUtcNow().ToUnixTimeSeconds())
        {
            return false;
        }

        try
        {
            return CryptographicOperations.FixedTimeEquals(_protector.Unprotect(WebEncoders.Base64UrlDecode(signature)), Signed(id, expires));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return false; // not made by us, and that is all there is to know
        }
    }

    private static byte[] Signed(MediaId id, long expires)
    {
        var signed = new byte[24];
        id.Value.TryWriteBytes(signed);
        BitConverter.TryWriteBytes(signed.AsSpan(16), expires);
        return signed;
    }
}
