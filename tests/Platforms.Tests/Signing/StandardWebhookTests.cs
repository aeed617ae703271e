using System.Text;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Tests.Signing;

public sealed class StandardWebhookTests
{
    private const string New = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private const string Old = "whsec_ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM=";
    private const string Id = "msg_01HZX4Q6T9V7K2B3C4D5E6F7G8";
    private const string Timestamp = "1717000000";
    private const string NewSignature = "v1,CXJWhQ9Z92exBds69nJD4NuCXFrKJt3e1d6C69aDPTg=";
    private const string OldSignature = "v1,+BAQIa0m6UjIxzqJEmdJ46uZXVBOUFO1P1LHS6uJvcA=";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1717000000);
    private static readonly byte[] Body =
        """{"type":"message.received","timestamp":"2024-05-29T16:26:40Z","data":{"id":"m_42","text":"Привіт 👋"}}"""u8.ToArray();

    public static TheoryData<string, string, byte[], string> Vectors => new()
    {
        { New, Id, Body, NewSignature },
        { Old, Id, Body, OldSignature },
        { New, "msg_custom_0001", CustomBody, "v1,ketwWNP+l96DFVPKBTB68OCVEJEwsVUfIwP/Y/Ae7fI=" },
        { New, "msg_custom_0001", [.. CustomBody, (byte)'\n'], "v1,pveF3u4st68KZkwWyf7mJUQnkLx1ZTCML0CQoiPAY4g=" },
        { New, "msg_empty", [], "v1,rIsV3FkgIbfO4bNoEsTG+m7U2KHDmq8TqGcTqkMujJs=" },
        { New, "msg_bin", Convert.FromHexString("7b2274223a22fffe227d"), "v1,d/klITuPjQrmT1ypo1GzHk0Xg4qvQkpoDS6zYz90ce8=" },
    };

    private static byte[] CustomBody =>
        """{"id":"ext-7001","from":{"id":"u-55","name":"Покупець"},"content":{"type":"text","text":"Чи є в наявності?"},"sentAt":"2024-05-29T16:26:40Z"}"""u8
            .ToArray();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signatures_are_those_of_the_standard(string secret, string id, byte[] body, string signature)
    {
        var webhook = new StandardWebhook(secret);

        webhook.Sign(id, At, body).ShouldBe(signature);
        webhook.Verify(id, Timestamp, signature, body, At).ShouldBeTrue();
    }

    [Theory]
    [InlineData("v1,r463rwdpZgr1SFQuW95CO7b5F86WMB6RVqMxY9WidOQ=")] // the key taken as the text after the prefix
    [InlineData("v1,DWFKBbA7bkbAsvEfIu7EYJaMR317VnZmhs0GCgRz/Cw=")] // the key taken as the whole text
    [InlineData("v1,eN+qGazC0KNAsiNd4Ckz1FxMC9trKQXUYTXNMBRL+mY=")] // the body parsed and written again
    [InlineData(OldSignature)]
    [InlineData("CXJWhQ9Z92exBds69nJD4NuCXFrKJt3e1d6C69aDPTg=")]
    [InlineData("v1,")]
    [InlineData("v1")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("v1a,CXJWhQ9Z92exBds69nJD4NuCXFrKJt3e1d6C69aDPTg=")]
    [InlineData("v2,CXJWhQ9Z92exBds69nJD4NuCXFrKJt3e1d6C69aDPTg=")]
    [InlineData("v1,CXJWhQ9Z92exBds69nJD4NuCXFrKJt3e1d6C69aDPTg")]
    [InlineData("V1,cxjwhq9z92exbds69njd4nucxfrkjt3e1d6c69adptg=")]
    public void A_wrong_signature_is_refused(string signature) =>
        new StandardWebhook(New).Verify(Id, Timestamp, signature, Body, At).ShouldBeFalse();

    [Theory]
    [InlineData($"{NewSignature} {OldSignature}")]
    [InlineData($"{OldSignature} {NewSignature}")]
    [InlineData($"v1a,AAAA nonsense {NewSignature}")]
    [InlineData($"{NewSignature}  v2,later")]
    public void One_fitting_signature_among_several_is_enough(string signatures) =>
        new StandardWebhook(New).Verify(Id, Timestamp, signatures, Body, At).ShouldBeTrue();

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_request_is_timely_for_five_minutes_either_way(int seconds, bool timely) =>
        new StandardWebhook(New).Verify(Id, Timestamp, NewSignature, Body, At.AddSeconds(seconds)).ShouldBe(timely);

    [Theory]
    [InlineData("")]
    [InlineData("1717000000.0")]
    [InlineData(" 1717000000")]
    [InlineData("+1717000000")]
    [InlineData("2024-05-29T16:26:40Z")]
    [InlineData("99999999999999999999")]
    public void A_time_that_is_not_whole_seconds_is_refused(string timestamp)
    {
        var content = Encoding.UTF8.GetBytes($"{Id}.{timestamp}.").Concat(Body).ToArray();
        var signature = "v1," + Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(
            Convert.FromBase64String(New["whsec_".Length..]), content));

        new StandardWebhook(New).Verify(Id, timestamp, signature, Body, At).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, Timestamp, NewSignature)]
    [InlineData("", Timestamp, NewSignature)]
    [InlineData(Id, null, NewSignature)]
    [InlineData(Id, Timestamp, null)]
    public void All_three_headers_are_needed(string? id, string? timestamp, string? signatures) =>
        new StandardWebhook(New).Verify(id, timestamp, signatures, Body, At).ShouldBeFalse();

    [Fact]
    public void A_changed_body_or_id_is_refused()
    {
        var webhook = new StandardWebhook(New);

        webhook.Verify(Id, Timestamp, NewSignature, [.. Body, (byte)'\n'], At).ShouldBeFalse();
        webhook.Verify(Id + "x", Timestamp, NewSignature, Body, At).ShouldBeFalse();
        webhook.Verify(Id, "1717000001", NewSignature, Body, At).ShouldBeFalse();
    }

    [Fact]
    public void The_same_bytes_cut_differently_are_refused()
    {
        var webhook = new StandardWebhook(New);
        var signature = webhook.Sign("msg", At, "1717000000.rest"u8);

        webhook.Verify("msg.1717000000", Timestamp, signature, "rest"u8, At).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => webhook.Sign("msg.1717000000", At, "rest"u8));
    }

    [Theory]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYX")]
    public void Base64_without_the_prefix_is_the_same_key(string secret) =>
        new StandardWebhook(secret).Verify(Id, Timestamp, NewSignature, Body, At).ShouldBeTrue();

    [Theory]
    [InlineData("s3cret")]
    [InlineData("пароль")]
    [InlineData("whsec_not base64!")]
    [InlineData("whsec_")]
    public void Text_that_is_not_base64_is_the_key_itself(string secret)
    {
        var sameKey = "whsec_" + Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));

        new StandardWebhook(secret).Sign(Id, At, Body).ShouldBe(new StandardWebhook(sameKey).Sign(Id, At, Body));
    }
}
