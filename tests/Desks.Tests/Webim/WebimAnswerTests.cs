using System.Net;
using System.Text;
using Rozmova.Desks.Webim;
using Rozmova.Platforms.Http;

namespace Rozmova.Desks.Tests.Webim;

/// <summary>What Webim's answers mean for a message.</summary>
public sealed class WebimAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200, """{"result":"ok"}""", typeof(WebimVerdict.Taken))]
    [InlineData(200, "{}", typeof(WebimVerdict.Taken))]
    [InlineData(201, """{"error":null}""", typeof(WebimVerdict.Taken))]
    [InlineData(503, "<html>…</html>", typeof(WebimVerdict.Later))]
    [InlineData(200, "<html>…</html>", typeof(WebimVerdict.Later))]
    [InlineData(200, """{"resu""", typeof(WebimVerdict.Later))]
    [InlineData(200, "", typeof(WebimVerdict.Later))]
    [InlineData(404, "<html>…</html>", typeof(WebimVerdict.Later))]
    [InlineData(429, "{}", typeof(WebimVerdict.Later))]
    [InlineData(200, """{"error":"server-not-ready"}""", typeof(WebimVerdict.Later))]
    [InlineData(500, """{"error":"internal_error"}""", typeof(WebimVerdict.Later))]
    [InlineData(401, "", typeof(WebimVerdict.AccountRejected))]
    [InlineData(403, "<html>…</html>", typeof(WebimVerdict.AccountRejected))]
    [InlineData(200, """{"error":"unauthorized"}""", typeof(WebimVerdict.AccountRejected))]
    [InlineData(400, """{"error":"provided-auth-token-not-found"}""", typeof(WebimVerdict.AccountRejected))]
    [InlineData(200, """{"error":"no-tariff-option"}""", typeof(WebimVerdict.AccountRejected))]
    [InlineData(200, """{"error":"account-blocked"}""", typeof(WebimVerdict.AccountRejected))]
    [InlineData(200, """{"error":"setting_disabled"}""", typeof(WebimVerdict.AccountRejected))]
    [InlineData(200, """{"error":"visitor_banned"}""", typeof(WebimVerdict.Banned))]
    [InlineData(200, """{"error":"max_file_size_exceeded"}""", typeof(WebimVerdict.FileRefused))]
    [InlineData(400, """{"error":"not_matching_magic_numbers"}""", typeof(WebimVerdict.FileRefused))]
    [InlineData(400, """{"error":"provided-visitor-expired"}""", typeof(WebimVerdict.SignatureRefused))]
    [InlineData(400, """{"error":"wrong-argument-value","desc":"visitor_id"}""", typeof(WebimVerdict.Refused))]
    [InlineData(200, """{"error":"message_empty"}""", typeof(WebimVerdict.Refused))]
    [InlineData(200, """{"error":{"code":5}}""", typeof(WebimVerdict.Refused))]
    [InlineData(422, """{"message":"no"}""", typeof(WebimVerdict.Refused))]
    public void An_answer_is_understood(int status, string body, Type expected) =>
        Judge((HttpStatusCode)status, body).ShouldBeOfType(expected);

    [Fact]
    public void What_something_else_wrote_is_quoted_nowhere()
    {
        var refused = Judge(HttpStatusCode.BadRequest, """{"error":"Olena wrote: my card is 4242"}""").ShouldBeOfType<WebimVerdict.Refused>();

        refused.Word.ShouldNotContain("4242");
    }

    [Fact]
    public void Webim_may_say_how_long_to_wait()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter = new(TimeSpan.FromSeconds(40));

        var later = WebimVerdict.Of(WebimAnswers.Read(WebimUnderTest.Contract(), response, [], Now)).ShouldBeOfType<WebimVerdict.Later>();

        later.Wait.ShouldBe(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public void An_account_may_have_its_own_word_for_all_is_well()
    {
        var contract = WebimUnderTest.Contract((WebimSettings.OkWhen, "status=accepted"));

        Judge(HttpStatusCode.OK, """{"status":"accepted"}""", contract).ShouldBeOfType<WebimVerdict.Taken>();
        Judge(HttpStatusCode.OK, """{"status":"queued"}""", contract).ShouldBeOfType<WebimVerdict.Later>();
    }

    [Fact]
    public void No_answer_is_no_refusal()
    {
        WebimVerdict.Of(new PlatformAnswer.Unreachable("Nobody is there.")).ShouldBe(new WebimVerdict.Later("Nobody is there.") { Answered = false });
        WebimVerdict.Of(new PlatformAnswer.Unanswered("It took too long.")).ShouldBe(new WebimVerdict.Unsure("It took too long."));
    }

    private static WebimVerdict Judge(HttpStatusCode status, string body, WebimContract? contract = null)
    {
        using var response = new HttpResponseMessage(status);
        return WebimVerdict.Of(WebimAnswers.Read(contract ?? WebimUnderTest.Contract(), response, Encoding.UTF8.GetBytes(body), Now));
    }
}
