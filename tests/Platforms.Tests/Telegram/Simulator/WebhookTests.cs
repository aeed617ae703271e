using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.Telegram.Simulator;

public sealed class WebhookTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_self_signed_certificate_is_trusted_once_it_is_uploaded()
    {
        using var certificate = SelfSigned();
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        await using var webhook = await TestWebhook.StartAsync(failures: 0, certificate: certificate);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(webhook.Url), "url" },
            { new StringContent(certificate.ExportCertificatePem()), "certificate", "public.pem" },
        };

        using var response = await telegram.PostAsync("setWebhook", form);
        await telegram.Customer.SendText("hello").Delivered.WaitAsync(Patience);

        var info = (await telegram.CallAsync("getWebhookInfo"))["result"]!;
        ((bool)info["has_custom_certificate"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_self_signed_certificate_nobody_uploaded_is_an_error_told_by_getWebhookInfo()
    {
        using var certificate = SelfSigned();
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        await using var webhook = await TestWebhook.StartAsync(failures: 0, certificate: certificate);
        await telegram.CallAsync("setWebhook", new JsonObject { ["url"] = webhook.Url });

        telegram.Customer.SendText("hello");

        await Eventually.Is(
            "the failure is told",
            async () => (string?)(await telegram.CallAsync("getWebhookInfo"))["result"]!["last_error_message"]
                == "SSL error {certificate verify failed}",
            CancellationToken.None);
        telegram.Bot.PendingUpdates.ShouldBe(1);
    }

    [Fact]
    public async Task What_waited_while_polling_is_pushed_in_order_once_a_webhook_is_set()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        await using var webhook = await TestWebhook.StartAsync(failures: 0);
        var updates = Enumerable.Range(1, 20).Select(number => telegram.Customer.SendText($"{number}")).ToList();

        await telegram.CallAsync("setWebhook", new JsonObject { ["url"] = webhook.Url });

        await Task.WhenAll(updates.Select(update => update.Delivered)).WaitAsync(Patience);
        webhook.UpdateIds.ShouldBe(updates.Select(update => update.Id));
    }

    [Theory]
    [InlineData("http://inbox.example.com/hook", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData(
        "https://inbox.example.com:8080/hook",
        "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("https://192.168.1.5/hook", "Bad Request: bad webhook: IP address 192.168.1.5 is reserved")]
    public async Task An_address_that_the_real_one_refuses_is_refused(string url, string description)
    {
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);

        var refused = await telegram.CallAsync("setWebhook", new JsonObject { ["url"] = url });

        ((string?)refused["description"]).ShouldBe(description);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
