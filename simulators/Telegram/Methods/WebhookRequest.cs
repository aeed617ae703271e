using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>What setWebhook accepts. Loopback is free of the rules about TLS and ports, as on a local Bot API server.</summary>
internal static partial class WebhookRequest
{
    private const int LargestCertificate = 3 * 1024 * 1024;
    private const int LongestSecret = 256;

    private static readonly FrozenSet<int> Ports = FrozenSet.Create(80, 88, 443, 8443);

    public static async Task<Webhook> ReadAsync(CallParameters parameters, CancellationToken cancellationToken) => new()
    {
        Url = ReadUrl(parameters.Text("url")!),
        SecretToken = ReadSecret(parameters.Text("secret_token")),
        MaxConnections = Math.Clamp(parameters.Int("max_connections") ?? 40, 1, 100),
        IpAddress = parameters.Text("ip_address"),
        Certificate = await ReadCertificateAsync(parameters.File("certificate"), cancellationToken),
    };

    private static Uri ReadUrl(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            throw BadWebhook("invalid URL specified");
        }

        if (url.IsLoopback && url.Scheme is "http" or "https")
        {
            return url;
        }

        if (url.Scheme != Uri.UriSchemeHttps)
        {
            throw BadWebhook("An HTTPS URL must be provided for webhook");
        }

        if (!Ports.Contains(url.Port))
        {
            throw BadWebhook("Webhook can be set up only on ports 80, 88, 443 or 8443");
        }

        return IPAddress.TryParse(url.Host, out var ip) && IsReserved(ip)
            ? throw BadWebhook($"IP address {ip} is reserved")
            : url;
    }

    private static string? ReadSecret(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return null;
        }

        if (secret.Length > LongestSecret)
        {
            throw RefusedCallException.BadRequest("secret token is too long");
        }

        return SecretSyntax().IsMatch(secret)
            ? secret
            : throw RefusedCallException.BadRequest("secret token contains unallowed characters");
    }

    private static async Task<X509Certificate2?> ReadCertificateAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        if (file.Length > LargestCertificate)
        {
            throw RefusedCallException.BadRequest($"certificate size is too big ({file.Length} bytes)");
        }

        using var reader = new StreamReader(file.OpenReadStream());
        try
        {
            return X509Certificate2.CreateFromPem(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (CryptographicException)
        {
            // The caller's file, not our failure.
            throw BadWebhook("can't parse certificate");
        }
    }

    private static bool IsReserved(IPAddress ip) =>
        ip.GetAddressBytes() is [10, ..] or [192, 168, ..] or [172, >= 16 and < 32, ..] or [169, 254, ..];

    private static RefusedCallException BadWebhook(string detail) => RefusedCallException.BadRequest($"bad webhook: {detail}");

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretSyntax();
}
