using System.Net;
using System.Net.Sockets;
using Rozmova.Messaging.Net;

namespace Rozmova.Platforms.Tests.Net;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.8.9.10:8080/path")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0.1.2.3/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://100.127.255.255/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://192.0.0.8/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://198.51.100.1/")]
    [InlineData("http://203.0.113.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://239.255.255.255/")]
    [InlineData("http://240.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://2130706433/")] // 127.0.0.1 as one number
    [InlineData("http://0x7f.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[64:ff9b::10.0.0.1]/")]
    [InlineData("http://[64:ff9b:1::1]/")]
    [InlineData("http://[2002:7f00:1::1]/")]
    [InlineData("http://[2002:c0a8:101::]/")]
    [InlineData("http://[2001::1]/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://[3fff::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd12:3456::1]/")]
    [InlineData("http://[ff02::1]/")]
    public async Task An_address_outside_the_public_internet_is_refused(string address)
    {
        (await Check(address)).Allowed.ShouldBeFalse();
        (await Check(address, allowPrivate: true)).Allowed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://1.1.1.1/")]
    [InlineData("http://9.255.255.255/")]
    [InlineData("http://11.0.0.0/")]
    [InlineData("http://100.63.255.255/")]
    [InlineData("http://100.128.0.0/")]
    [InlineData("http://172.15.255.255/")]
    [InlineData("http://172.32.0.0/")]
    [InlineData("http://192.0.1.1/")]
    [InlineData("http://198.20.0.1/")]
    [InlineData("http://223.255.255.255/")]
    [InlineData("https://[2606:4700::1111]/")]
    [InlineData("https://[2a00:1450::1]:8443/")]
    [InlineData("https://[::ffff:1.1.1.1]/")]
    [InlineData("https://[64:ff9b::1.1.1.1]/")]
    [InlineData("https://[2002:101:101::1]/")]
    public async Task An_address_of_the_public_internet_is_allowed(string address) =>
        (await Check(address)).ShouldBe(AddressCheck.Fine);

    [Theory]
    [InlineData("ftp://1.1.1.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://1.1.1.1/")]
    [InlineData("/relative")]
    [InlineData("http://user:word@1.1.1.1/")]
    [InlineData("http://user@1.1.1.1/")]
    public async Task Other_schemes_and_sign_in_parts_are_refused_whatever_is_allowed(string address)
    {
        (await Check(address, allowPrivate: true)).Allowed.ShouldBeFalse();
        (await Check(address)).Reason.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("1.1.1.1", "127.0.0.1")]
    [InlineData("2606:4700::1111", "::1")]
    public async Task A_name_with_a_private_address_among_its_own_is_refused(params string[] addresses) =>
        (await Check("https://shop.example/", addresses: addresses)).Allowed.ShouldBeFalse();

    [Fact]
    public async Task A_name_with_public_addresses_is_allowed() =>
        (await Check("https://shop.example/", addresses: ["1.1.1.1", "2606:4700::1111"])).Allowed.ShouldBeTrue();

    [Fact]
    public async Task A_name_that_does_not_resolve_is_accepted()
    {
        var policy = new AddressPolicy(allowPrivateAddresses: false, (_, _) => throw new SocketException((int)SocketError.HostNotFound));

        (await policy.CheckAsync(new Uri("https://later.example/"), CancellationToken.None)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_too_long_to_resolve_is_no_accident()
    {
        var name = string.Join('.', Enumerable.Repeat(new string('a', 60), 5));
        var policy = new AddressPolicy(allowPrivateAddresses: false);

        (await policy.CheckAsync(new Uri($"https://{name}/"), CancellationToken.None)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_name_localhost_is_refused_by_the_machines_own_resolution()
    {
        var policy = new AddressPolicy(allowPrivateAddresses: false);

        (await policy.CheckAsync(new Uri("http://localhost:5080/"), CancellationToken.None)).Allowed.ShouldBeFalse();
    }

    private static async Task<AddressCheck> Check(string address, bool allowPrivate = false, params string[] addresses)
    {
        var policy = new AddressPolicy(allowPrivate, (_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse)));
        return await policy.CheckAsync(new Uri(address, UriKind.RelativeOrAbsolute), CancellationToken.None);
    }
}
