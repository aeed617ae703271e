using System.Text;
using System.Xml;
using Rozmova.Platforms.WeChat;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>The quick reader against the one of .NET: it says the same, or leaves the text to it.</summary>
public sealed class WeChatFlatXmlTests
{
    [Theory]
    [InlineData("<xml><MsgType><![CDATA[text]]></MsgType><MsgId>1234567890123456</MsgId></xml>")]
    [InlineData("<xml>\n <Content><![CDATA[a < b && c > d]]></Content>\n\t<MsgId>1</MsgId>\n</xml>")]
    [InlineData("<xml><Content><![CDATA[  two\n lines\t]]></Content></xml>")]
    [InlineData("<xml><Content><![CDATA[<Encrypt>no</Encrypt>]]></Content></xml>")]
    [InlineData("<xml><Content><![CDATA[你好, Привіт 🙂]]></Content><Empty></Empty><Void><![CDATA[]]></Void></xml>")]
    [InlineData("<xml><Twice>first</Twice><Twice>second</Twice><Padded> x </Padded></xml>")]
    public void What_WeChat_writes_is_read_quickly_and_the_same(string xml)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);

        WeChatFlatXml.TryRead(bytes).ShouldBe(WeChatElements.ReadXml(bytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<xml></xml>")]
    [InlineData("<xml>")]
    [InlineData("</xml>")]
    [InlineData("<xml><A>1</A></xml><xml><B>2</B></xml>")]
    [InlineData("<xml><A>1</B></xml>")]
    [InlineData("<xml><A>1</xml>")]
    [InlineData("<xml><A></xml>")]
    [InlineData("<xml><></></xml>")]
    [InlineData("<xml><A</xml>")]
    [InlineData("<xml>stray<A>1</A></xml>")]
    [InlineData("<xml><A>1</A>stray</xml>")]
    [InlineData("<xml><A>a &amp; b</A></xml>")]
    [InlineData("<xml><A>]]></A></xml>")]
    [InlineData("<xml><A> </A></xml>")]
    [InlineData("<xml><A/></xml>")]
    [InlineData("<xml><A b=\"c\">1</A></xml>")]
    [InlineData("<xml><A><![CDATA[one]]]]><![CDATA[>two]]></A></xml>")]
    [InlineData("<xml><A>one<![CDATA[two]]></A></xml>")]
    [InlineData("<xml><A><![CDATA[open</A></xml>")]
    [InlineData("<xml><!-- note --><A>1</A></xml>")]
    [InlineData("<xml><Group><A>1</A></Group></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"b\">]><xml><A>&a;</A></xml>")]
    [InlineData("<?xml version=\"1.0\"?><xml><A>1</A></xml>")]
    [InlineData("<xml><A><![CDATA[one\r\ntwo]]></A></xml>")]
    [InlineData("<xml><A><![CDATA[\u0001]]></A></xml>")]
    [InlineData("<xml><A><![CDATA[\uFFFF]]></A></xml>")]
    public void Anything_else_is_left_to_the_reader_that_knows_all_of_XML(string xml) =>
        WeChatFlatXml.TryRead(Encoding.UTF8.GetBytes(xml)).ShouldBeNull();

    [Fact]
    public void A_text_that_is_cut_or_changed_anywhere_is_never_read_in_another_way()
    {
        var whole = "<xml>\n<A><![CDATA[<b>&]]></A><Cd>1 2</Cd>\n</xml>"u8.ToArray();
        for (var place = 0; place < whole.Length; place++)
        {
            foreach (var other in "<>/![]& A\n\r\0é"u8)
            {
                byte[] changed = [.. whole];
                changed[place] = other;
                ShouldAgree(changed);
            }

            ShouldAgree(whole[..place]);
            ShouldAgree([.. whole[..place], .. whole[(place + 1)..]]);
        }
    }

    private static void ShouldAgree(byte[] xml)
    {
        if (WeChatFlatXml.TryRead(xml) is { } read)
        {
            read.ShouldBe(ReadSlowly(xml), Encoding.UTF8.GetString(xml));
        }
    }

    private static Dictionary<string, string>? ReadSlowly(byte[] xml)
    {
        try
        {
            return WeChatElements.ReadXml(xml);
        }
        catch (XmlException)
        {
            return null; // which nothing that was read equals
        }
    }
}
