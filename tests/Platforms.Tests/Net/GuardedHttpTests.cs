using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Net;

namespace Rozmova.Platforms.Tests.Net;

public sealed class GuardedHttpTests
{
    [Fact]
    public async Task A_name_that_turns_private_after_it_was_checked_is_not_connected_to()
    {
        await using var inside = await Receiver.Start(200);
        var answers = new Queue<string>(["1.1.1.1", "127.0.0.1"]);
        var policy = new AddressPolicy(allowPrivateAddresses: false, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]));
        var address = new Uri($"http://shop.example:{inside.Address.Port}/");
        using var client = new HttpClient(GuardedHandler.Create(policy));

        (await policy.CheckAsync(address, CancellationToken.None)).Allowed.ShouldBeTrue();
        var refusal = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(address));

        refusal.InnerException.ShouldBeOfType<AddressNotAllowedException>();
        inside.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_dialled_is_what_was_resolved_and_checked()
    {
        await using var shop = await Receiver.Start(200);
        var policy = new AddressPolicy(allowPrivateAddresses: true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        using var client = new HttpClient(GuardedHandler.Create(policy));

        using var answer = await client.GetAsync(new Uri($"http://shop.example:{shop.Address.Port}/"));

        shop.Requests.ShouldHaveSingleItem().Headers["Host"].ShouldStartWith("shop.example");
    }

    [Fact]
    public async Task Redirects_and_cookies_are_left_alone()
    {
        await using var shop = await Receiver.Start(302, headers: [("Location", "/elsewhere"), ("Set-Cookie", "a=b")]);
        using var client = new HttpClient(GuardedHandler.Create(new AddressPolicy(allowPrivateAddresses: true)));

        using var first = await client.GetAsync(shop.Address);
        using var second = await client.GetAsync(shop.Address);

        first.StatusCode.ShouldBe(HttpStatusCode.Found);
        shop.Requests.Select(request => request.Path).ShouldBe(["/", "/"]);
        shop.Requests.ShouldAllBe(request => !request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task A_trusted_host_and_port_may_be_private_and_nothing_else_becomes_so()
    {
        await using var api = await Receiver.Start(200);
        await using var other = await Receiver.Start(200);
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddGuardedHttpClient()
            .BuildServiceProvider();
        var clients = services.GetRequiredService<IHttpClientFactory>();
        var file = new Uri(api.Address, "/file/1");

        using var answer = await clients.CreateGuardedClient(file, trusted: api.Address).GetAsync(file);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<HttpRequestException>(() => clients.CreateGuardedClient(other.Address, trusted: api.Address).GetAsync(other.Address));
        await Should.ThrowAsync<HttpRequestException>(() => clients.CreateGuardedClient().GetAsync(file)); // not even by the open connection
        other.Requests.ShouldBeEmpty();
    }
}
