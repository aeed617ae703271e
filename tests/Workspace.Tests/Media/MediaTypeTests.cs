using System.Text;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Tests.Media;

public sealed class MediaTypeTests
{
    public static TheoryData<string, string> Signatures => new()
    {
        { "89504E470D0A1A0A0000", "image/png" },
        { "FFD8FFE000104A464946", "image/jpeg" },
        { Hex("GIF89a....."), "image/gif" },
        { Hex("RIFF....WEBPVP8 "), "image/webp" },
        { Hex("RIFF....WAVEfmt "), "audio/wav" },
        { Hex("....ftypisom....") , "video/mp4" },
        { Hex("....ftypM4A ....") , "audio/mp4" },
        { "1A45DFA3934282886D6174", "video/webm" },
        { Hex("OggS......"), "audio/ogg" },
        { Hex("ID3......."), "audio/mpeg" },
        { "FFFB9064000F", "audio/mpeg" },
        { Hex("%PDF-1.7"), "application/pdf" },
        { "504B030414000600", "application/zip" },
    };

    [Theory]
    [MemberData(nameof(Signatures))]
    public void A_type_is_known_by_its_first_bytes(string start, string type) =>
        MediaType.Decide(null, Convert.FromHexString(start)).ShouldBe(type);

    [Theory]
    [InlineData("image/png", "<html><script>", "application/octet-stream")]
    [InlineData("image/png", "%PDF-1.7", "application/pdf")]
    [InlineData("text/plain", "GIF89a.....", "image/gif")]
    [InlineData("application/pdf", "PK\u0003\u0004....", "application/zip")]
    [InlineData("image/svg+xml", "PK\u0003\u0004....", "application/zip")]
    public void Bytes_that_contradict_the_announced_type_count(string announced, string start, string type) =>
        MediaType.Decide(announced, Encoding.Latin1.GetBytes(start)).ShouldBe(type);

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004....")]
    [InlineData("audio/mp4", "....ftypisom....")]
    [InlineData("text/csv", "a;b;c")]
    public void A_sender_may_be_more_precise_than_the_bytes(string announced, string start) =>
        MediaType.Decide(announced, Encoding.Latin1.GetBytes(start)).ShouldBe(announced);

    [Theory]
    [InlineData("IMAGE/JPG; charset=x", "image/jpeg")]
    [InlineData("audio/opus", "application/octet-stream")]
    [InlineData("no type at all", "application/octet-stream")]
    public void An_announced_type_is_read_by_its_ordinary_name(string announced, string type)
    {
        byte[] start = type == "image/jpeg" ? [0xFF, 0xD8, 0xFF, 0xE0] : [1, 2, 3, 4];

        MediaType.Decide(announced, start).ShouldBe(type);
    }

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("text/html")]
    [InlineData("application/xhtml+xml")]
    [InlineData("text/xml")]
    [InlineData("application/pdf")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public void What_could_run_or_mislead_is_never_shown_in_place(string? type) => MediaType.IsShown(type).ShouldBeFalse();

    private static string Hex(string start) => Convert.ToHexString(Encoding.ASCII.GetBytes(start));
}
