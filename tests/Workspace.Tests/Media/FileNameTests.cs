using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Tests.Media;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("накладна №5.pdf", "накладна №5.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Pictures\me\photo.jpg", "photo.jpg")]
    [InlineData("a\"b\r\nSet-Cookie: x.txt", "abSet-Cookie x.txt")]
    [InlineData("exe.\u202Egpj", "exe.gpj")]
    [InlineData(" .hidden. ", "hidden")]
    public void A_name_keeps_only_what_is_harmless(string sent, string kept) => FileName.Clean(sent).ShouldBe(kept);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("folder/")]
    [InlineData("\"\"")]
    public void A_name_of_nothing_is_none(string? sent) => FileName.Clean(sent).ShouldBeNull();

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = FileName.Clean(new string('n', 500) + ".docx")!;

        name.Length.ShouldBe(150);
        name.ShouldEndWith(".docx");
    }
}
