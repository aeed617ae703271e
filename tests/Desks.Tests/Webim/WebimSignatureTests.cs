using System.Text;
using Rozmova.Desks.Webim;

namespace Rozmova.Desks.Tests.Webim;

/// <summary>Sums that were made elsewhere.</summary>
public sealed class WebimSignatureTests
{
    private const string Key = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private const long Expires = 1717003600;

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["id"] = "tg-1001",
        ["display_name"] = "Покупець",
        ["phone"] = "+380501112233",
        ["email"] = "buyer@example.com",
    };

    [Fact]
    public void Visitor_fields_are_signed_in_the_order_of_their_names_by_the_text_of_the_key() =>
        WebimSignatures.OfFields(Fields, Expires, Key, hmac: true)
            .ShouldBe("22a16064e16ff7a4807a459bb9e93461392f5094278bd51d710119d2b8b1a3f6");

    [Fact]
    public void Visitor_fields_may_be_summed_with_the_key_behind_them_instead() =>
        WebimSignatures.OfFields(Fields, Expires, Key, hmac: false)
            .ShouldBe("20281cf2bb9a155db233c2525114d455f0f7d23e28ae33487ff67aae2e94984b");

    [Fact]
    public void A_callback_is_signed_over_its_bytes()
    {
        var body = Encoding.UTF8.GetBytes(
            """{"event":"new_message","visitor_id":"tg-1001","message":{"id":"5f0c1d2e3a4b4c5d8e9f0a1b2c3d4e5f","kind":"operator","text":"Доброго дня"}}""");

        body.Length.ShouldBe(147);
        WebimSignatures.OfCallback("callback-secret-01", body)
            .ShouldBe("87ff8964d9c1f6223ce9bac1ba596b87ffb408cc80cbd4dd4901cb3baf7a6a18");
    }
}
