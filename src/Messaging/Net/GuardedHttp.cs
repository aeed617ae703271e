using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Rozmova.Messaging.Net;

/// <summary>The HTTP clients for addresses that users, or platforms, hand us.</summary>
public static class GuardedHttp
{
    private const string Guarded = "guarded";
    private const string Trusted = "trusted";

    /// <summary>Registers the clients and the <see cref="AddressPolicy"/> they follow. Safe to repeat.</summary>
    public static IServiceCollection AddGuardedHttpClient(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new AddressPolicy(
            provider.GetRequiredService<IConfiguration>().GetValue<bool>(AddressPolicy.AllowPrivateAddressesKey)));

        // Two clients are two connection pools: a connection made for the trusted host is never handed to a guarded request.
        // No loggers, since they write addresses, and addresses carry tokens.
        services.AddHttpClient(Guarded).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(
            provider => GuardedHandler.Create(provider.GetRequiredService<AddressPolicy>()));
        services.AddHttpClient(Trusted).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(
            () => GuardedHandler.Create(new AddressPolicy(allowPrivateAddresses: true)));
        return services;
    }

    /// <summary>A client that reaches only what the <see cref="AddressPolicy"/> allows.</summary>
    public static HttpClient CreateGuardedClient(this IHttpClientFactory clients) => clients.CreateClient(Guarded);

    /// <summary>
    /// A client for <paramref name="address"/>, handed to us by a platform: it may be private where it is on the host and port
    /// of <paramref name="trusted"/> (the channel's <c>baseUrl</c>, set by an admin), and only there.
    /// </summary>
    public static HttpClient CreateGuardedClient(this IHttpClientFactory clients, Uri address, Uri trusted) =>
        clients.CreateClient(IsSameHostAndPort(address, trusted) ? Trusted : Guarded);

    private static bool IsSameHostAndPort(Uri one, Uri other) =>
        one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
