using System.Text;
using Rozmova.Desks.Webim;

namespace Rozmova.Desks.Tests.Webim;

/// <summary>What Webim may write is not published, so much is read that says the same.</summary>
public sealed class WebimCallbackTests
{
    private static readonly IReadOnlyList<string> Ids = WebimUnderTest.Contract().CallbackVisitorIdFields;

    [Fact]
    public void An_operators_message_is_read_with_everybody_in_it()
    {
        var read = Read("""
            {"event":"new_message","visitor_id":"tg-1001","chat_id":10,
             "message":{"id":"m1","kind":"operator","text":"Доброго дня","operator":{"id":7,"name":"Operator 7"},"unknown":[1,{}]}}
            """);

        (read.Event, read.ChatId, read.OperatorId, read.OperatorName).ShouldBe(("new_message", "10", "7", "Operator 7"));
        read.VisitorIds.ShouldBe(["tg-1001"]);
        (read.Said!.Id, read.Said.Kind, read.Said.Text).ShouldBe(("m1", "operator", "Доброго дня"));
    }

    [Theory]
    [InlineData("""{"visitor_id":"v","message":"Hello"}""")]
    [InlineData("""{"visitor_id":"v","text":"Hello"}""")]
    [InlineData("""{"visitor_id":"v","message":{"text":"Hello"}}""")]
    [InlineData("""{"visitor":{"id":"v"},"chat_id":"ten","message":{"kind":"operator"},"text":"Hello"}""")]
    [InlineData("""{"channel_user_id":"v","message":{"kind":"operator","text":"Hello","data":null,"edited":false}}""")]
    [InlineData("""{"visitor":{"channel_user_id":"v"},"message":{"kind":"operator","text":"Hello"},"chat_id":null}""")]
    public void The_forms_older_accounts_may_use_say_the_same(string body)
    {
        var read = Read(body);

        read.VisitorIds.ShouldBe(["v"]);
        (read.Said!.Kind, read.Said.Text, read.Said.IsEdited).ShouldBe(("operator", "Hello", false));
    }

    [Fact]
    public void All_ids_of_a_visitor_are_looked_at() =>
        Read("""{"visitor_id":"5a8b7d1c-0000-4000-8000-000000000001","channel_user_id":"tg-1001","message":"Hello"}""")
            .VisitorIds.ShouldBe(["5a8b7d1c-0000-4000-8000-000000000001", "tg-1001"]);

    [Fact]
    public void A_file_is_read_in_both_of_its_forms()
    {
        var plain = Read("""{"visitor_id":"v","message":{"data":{"url":"https://demo.webim.example/f","name":"a.pdf","media_type":"application/pdf"}}}""");
        var mobile = Read("""
            {"visitor_id":"v","message":{"kind":"file_operator","data":{"url":"/f","file":{"state":"ready","desc":{"guid":"g","filename":"a.pdf",
             "content_type":"application/pdf","size":3}}}}}
            """);
        var early = Read("""{"visitor_id":"v","message":{"kind":"file_operator","data":{"file":{"state":"upload","desc":{}}}}}""");

        plain.Said!.Kind.ShouldBe("file_operator");
        plain.Said.File.ShouldBe(new WebimFile("https://demo.webim.example/f", "a.pdf", "application/pdf", IsReady: true));
        mobile.Said!.File.ShouldBe(new WebimFile("/f", "a.pdf", "application/pdf", IsReady: true));
        early.Said!.File!.IsReady.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""[[{"id":"yes","text":"Yes"}],[{"id":"no","text":"No"}]]""")]
    [InlineData("""[{"id":"yes","text":"Yes"},{"id":"no","text":"No"},{"id":"x"}]""")]
    public void Buttons_are_read_in_rows_and_without(string buttons) =>
        Read($$"""{"visitor_id":"v","message":{"kind":"keyboard","buttons":{{buttons}} } }""").Said!.Buttons
            .Select(button => (button.Key, button.Text)).ShouldBe([("yes", "Yes"), ("no", "No")]);

    [Fact]
    public void An_edit_and_a_deletion_are_told_apart()
    {
        Read("""{"visitor_id":"v","message":{"id":"m","kind":"operator","text":"x","edited":true}}""").Said!.IsEdited.ShouldBeTrue();
        Read("""{"visitor_id":"v","message":{"id":"m","kind":"operator","deleted":1}}""").Said!.IsDeleted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"visitor_id\":")]
    [InlineData("""{"visitor_id":"\ud800","message":"x"}""")]
    public void Garbage_is_nothing(string body) =>
        WebimCallback.Read(Encoding.UTF8.GetBytes(body), Ids).ShouldBeNull();

    private static WebimCallback Read(string body) => WebimCallback.Read(Encoding.UTF8.GetBytes(body), Ids).ShouldNotBeNull();
}
