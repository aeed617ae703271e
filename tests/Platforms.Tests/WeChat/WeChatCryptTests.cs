using System.Text;
using Rozmova.Platforms.WeChat;

namespace Rozmova.Platforms.Tests.WeChat;

public sealed class WeChatCryptTests
{
    private static readonly WeChatCrypt Crypt = new(WeChatUnderTest.EncodingAesKey, WeChatUnderTest.AppId);

    [Theory]
    [MemberData(nameof(Vector.Names), MemberType = typeof(Vector))]
    public void What_others_encrypted_is_read(string name)
    {
        var vector = Vector.Named(name);

        Encoding.UTF8.GetString(Crypt.Decrypt(vector.Encrypted)!.Value.Span).ShouldBe(vector.Message);
    }

    [Theory]
    [MemberData(nameof(Vector.Names), MemberType = typeof(Vector))]
    public void The_same_message_with_the_same_chance_is_encrypted_to_the_same_bytes(string name)
    {
        var vector = Vector.Named(name);

        Crypt.Encrypt(Encoding.UTF8.GetBytes(vector.Message), Encoding.ASCII.GetBytes(vector.Random)).ShouldBe(vector.Encrypted);
    }

    [Fact]
    public void Messages_of_every_length_come_back_as_they_were()
    {
        for (var length = 0; length < 100; length++)
        {
            var message = Encoding.UTF8.GetBytes(new string('x', length));

            Crypt.Decrypt(Crypt.Encrypt(message))!.Value.ToArray().ShouldBe(message);
        }
    }

    [Fact]
    public void A_message_for_another_account_is_not_ours() => Crypt.Decrypt(Vector.Foreign.Encrypted).ShouldBeNull();

    [Fact]
    public void A_message_under_another_key_is_not_ours() =>
        new WeChatCrypt("0" + WeChatUnderTest.EncodingAesKey[1..], WeChatUnderTest.AppId).Decrypt(Vector.Inbound.Encrypted).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Garbage_is_not_ours(string garbage) => Crypt.Decrypt(garbage).ShouldBeNull();

    [Fact]
    public void No_flipped_bit_of_the_first_or_last_blocks_goes_unnoticed_or_throws()
    {
        var cipher = Convert.FromBase64String(Vector.Seventeen.Encrypted);
        for (var index = cipher.Length - 48; index < cipher.Length; index++)
        {
            var broken = cipher.ToArray();
            broken[index] ^= 0x80;

            Crypt.Decrypt(Convert.ToBase64String(broken)).ShouldBeNull();
        }
    }

    [Fact]
    public void A_key_whose_last_character_has_bits_to_spare_is_taken() =>
        Should.NotThrow(() => new WeChatCrypt(new string('Z', 43), WeChatUnderTest.AppId));
}
