using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Testing;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Tests.Media;

public sealed class MediaAddressTests
{
    private static readonly MediaId Id = new(Guid.Parse("01a1fe05-2dbc-7df7-8e71-54b6fa4f6d20"));

    private readonly TestClock _clock = new();

    [Fact]
    public void An_address_of_ours_holds_for_a_day()
    {
        var addresses = Under("https://chat.example.com/desk");
        var address = addresses.Create(Id)!;
        var (expires, signature) = Read(address);

        address.AbsoluteUri.ShouldStartWith($"https://chat.example.com/desk/media/{Id}/");
        addresses.Holds(Id, expires, signature).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromHours(25));
        addresses.Holds(Id, expires, signature).ShouldBeFalse();
    }

    [Fact]
    public void An_address_is_for_one_file_and_one_time_only()
    {
        var addresses = Under("https://chat.example.com");
        var (expires, signature) = Read(addresses.Create(Id)!);

        addresses.Holds(new MediaId(Guid.CreateVersion7(_clock.GetUtcNow())), expires, signature).ShouldBeFalse();
        addresses.Holds(Id, expires + 1, signature).ShouldBeFalse();
        addresses.Holds(Id, expires, "bm90IG91cnM").ShouldBeFalse();
        addresses.Holds(Id, expires, "%%%").ShouldBeFalse();
        Under("https://chat.example.com").Holds(Id, expires, signature).ShouldBeFalse();
    }

    [Fact]
    public void Without_a_public_address_there_is_none() => Under("").Create(Id).ShouldBeNull();

    private static (long Expires, string Signature) Read(Uri address) =>
        (long.Parse(address.Segments[^2].TrimEnd('/'), CultureInfo.InvariantCulture), address.Segments[^1]);

    // Each installation has keys of its own.
    private MediaAddresses Under(string publicUrl) =>
        new(new EphemeralDataProtectionProvider(), Options.Create(new RozmovaOptions { PublicUrl = publicUrl }), _clock);
}
