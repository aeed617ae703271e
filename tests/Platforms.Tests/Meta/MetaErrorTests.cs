using System.Text;
using Rozmova.Platforms.Http;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.Tests.Meta;

public sealed class MetaErrorTests
{
    [Theory]
    [InlineData("""{"error":{"message":"(#131056) pair rate limit hit","type":"OAuthException","code":131056,"error_data":{"messaging_product":"whatsapp","details":"Too many messages sent to this recipient in a short time."},"fbtrace_id":"A"}}""", 131056, null, "131056 Too many messages sent to this recipient in a short time")]
    [InlineData("""{"error":{"message":"Error validating access token","type":"OAuthException","code":190,"error_subcode":463,"fbtrace_id":"A"}}""", 190, 463, "190 Error validating access token")]
    [InlineData("""{"error":{"message":"(#100) Invalid parameter","code":"100","error_data":"look at param text"}}""", 100, null, "100 (#100) Invalid parameter")]
    [InlineData("""{"error":{"code":2}}""", 2, null, "2 no reason given")]
    public void An_error_says_its_code_and_its_clearest_words(string body, int code, int? subcode, string quote)
    {
        var error = PlatformJson.Read(Encoding.UTF8.GetBytes(body), MetaJson.Default.MetaFailure)!.Error!;

        error.Code.ShouldBe(code);
        error.ErrorSubcode.ShouldBe(subcode);
        error.Quote.ShouldBe(quote);
    }
}
