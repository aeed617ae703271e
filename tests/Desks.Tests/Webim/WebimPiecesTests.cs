using Rozmova.Desks.Webim;
using Rozmova.Messaging;

namespace Rozmova.Desks.Tests.Webim;

/// <summary>What customers send, as Webim takes it.</summary>
public sealed class WebimPiecesTests
{
    private static readonly Uri Address = new("https://rozmova.example/m/1");

    [Fact]
    public void A_file_with_a_caption_is_the_file_and_then_the_text()
    {
        var photo = new MessageContent.Media(MediaKind.Image, new Attachment { MimeType = "image/jpeg", Size = 81234 }, "Is it this one?");

        var pieces = WebimPieces.Of(photo, Address, 4000);

        pieces.Count.ShouldBe(2);
        pieces[0].ToJson("a").ToJsonString().ShouldBe(
            """{"id":"a","kind":"file_visitor","data":{"url":"https://rozmova.example/m/1","name":"image.jpg","media_type":"image/jpeg","size":81234}}""");
        pieces[1].ToJson("b").ToJsonString().ShouldBe("""{"id":"b","kind":"visitor","text":"Is it this one?"}""");
    }

    [Fact]
    public void A_file_that_cannot_be_handed_over_is_named() =>
        Words(new MessageContent.Media(MediaKind.File, new Attachment { FileName = "invoice.pdf" }, "Look")).ShouldBe("📎 invoice.pdf\nLook");

    [Fact]
    public void What_Webim_does_not_know_is_said_in_words()
    {
        Words(new MessageContent.Location(50.4501, 30.5234, "Kyiv")).ShouldBe("Kyiv\nhttps://www.openstreetmap.org/?mlat=50.4501&mlon=30.5234");
        Words(new MessageContent.ContactCard("Ihor", "+380671234567")).ShouldBe("Ihor\n+380671234567");
        Words(new MessageContent.Media(MediaKind.Sticker, new Attachment(), "😀")).ShouldBe("😀");
        Words(new MessageContent.Menu("Order", "order", [])).ShouldBe("Order");
        Words(new MessageContent.Unsupported("dice")).ShouldBe("[dice]");
    }

    [Fact]
    public void A_long_text_is_cut_behind_sentences()
    {
        var pieces = WebimPieces.Of(new MessageContent.Text("The first sentence is here. The second one is there."), null, 30);

        pieces.Cast<WebimPiece.Words>().Select(piece => piece.Text).ShouldBe(["The first sentence is here.", "The second one is there."]);
    }

    private static string Words(MessageContent content) =>
        WebimPieces.Of(content, file: null, 4000).ShouldHaveSingleItem().ShouldBeOfType<WebimPiece.Words>().Text;
}
