using System.Net;
using System.Net.Sockets;

namespace Rozmova.Messaging.Net;

/// <summary>Finds the addresses of a host name.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);

/// <summary>
/// Where an address given by a user may lead: to the public internet, and to private and loopback addresses only if the
/// installation allows it. Asked when an address is saved and again at each connection, since names change their meaning.
/// </summary>
public sealed class AddressPolicy(bool allowPrivateAddresses, ResolveHost resolve)
{
    /// <summary>The configuration key that lets user-supplied addresses be private.</summary>
    public const string AllowPrivateAddressesKey = "Rozmova:AllowPrivateAddresses";

    /// <summary>A policy over the machine's own name resolution.</summary>
    public AddressPolicy(bool allowPrivateAddresses)
        : this(allowPrivateAddresses, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>
    /// Whether <paramref name="address"/> may be saved. A name that does not resolve today is accepted: each use checks again.
    /// </summary>
    public async ValueTask<AddressCheck> CheckAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return AddressCheck.Refused("Only http and https addresses can be used.");
        }

        if (address.UserInfo.Length > 0)
        {
            return AddressCheck.Refused("The address must not carry a user name or password.");
        }

        try
        {
            await ResolveAsync(address.IdnHost, cancellationToken);
        }
        catch (AddressNotAllowedException refusal)
        {
            return AddressCheck.Refused(refusal.Message);
        }
        catch (Exception unresolved) when (unresolved is SocketException or ArgumentException)
        {
            // The name does not resolve yet, or is too long to ever do so.
        }

        return AddressCheck.Fine;
    }

    /// <summary>The addresses of <paramref name="host"/>, every one of them allowed.</summary>
    /// <exception cref="AddressNotAllowedException">One of them is not.</exception>
    /// <exception cref="SocketException">There are none.</exception>
    public async ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);

        // One private address among public ones is refused too: which of them is dialled is chance.
        return allowPrivateAddresses || Array.TrueForAll(addresses, PublicAddress.Contains)
            ? addresses
            : throw new AddressNotAllowedException();
    }
}

/// <summary>Whether an address may be used; if not, a sentence that says why.</summary>
public readonly record struct AddressCheck(bool Allowed, string? Reason)
{
    /// <summary>It may.</summary>
    public static AddressCheck Fine { get; } = new(Allowed: true, Reason: null);

    /// <summary>It may not.</summary>
    public static AddressCheck Refused(string reason) => new(Allowed: false, reason);
}

/// <summary>A connection to an address that user-supplied addresses may not lead to was refused.</summary>
public sealed class AddressNotAllowedException()
    : Exception("The address leads to a private network, which this installation does not allow.");
