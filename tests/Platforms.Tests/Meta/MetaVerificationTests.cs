using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.Tests.Meta;

public sealed class MetaVerificationTests
{
    [Fact]
    public void The_challenge_is_answered_to_who_knows_our_token() =>
        MetaVerification.Answer("ours", Query("subscribe", "ours", "1158201444")).ShouldBe("1158201444");

    [Theory]
    [InlineData("ours", "subscribe", "theirs")]
    [InlineData("ours", "subscribe", "")]
    [InlineData("ours", "unsubscribe", "ours")]
    [InlineData("", "subscribe", "")]
    [InlineData(null, "subscribe", "")]
    public void Nobody_else_is_answered(string? token, string mode, string asked) =>
        MetaVerification.Answer(token, Query(mode, asked, "1158201444")).ShouldBeNull();

    [Fact]
    public void A_question_without_parameters_is_not_answered() =>
        MetaVerification.Answer("ours", new Dictionary<string, string>()).ShouldBeNull();

    private static Dictionary<string, string> Query(string mode, string token, string challenge) => new()
    {
        ["hub.mode"] = mode,
        ["hub.verify_token"] = token,
        ["hub.challenge"] = challenge,
    };
}
