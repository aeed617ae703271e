using System.Globalization;
using System.Text;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Tests.Conversations;

public sealed class TextSplitterTests
{
    private const int Unlimited = int.MaxValue;

    [Theory]
    [InlineData("One two. Three four. Five.", 22, "One two. Three four.|Five.")]
    [InlineData("First line\nSecond line", 14, "First line|Second line")]
    [InlineData("one two three four", 9, "one two|three|four")]
    [InlineData("Is 3.5 enough for it", 9, "Is 3.5|enough|for it")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("今日は。明日は。", 5, "今日は。|明日は。")]
    public void A_text_is_cut_behind_sentences_else_between_words_else_between_letters(string text, int most, string parts) =>
        TextSplitter.Split(text, most, Unlimited).ShouldBe(parts.Split('|'));

    [Theory]
    [InlineData("👨‍👩‍👧‍👦", 30)]
    [InlineData("👍🏽", 7)]
    [InlineData("e\u0301", 5)]
    [InlineData("😀", 3)]
    public void What_a_reader_sees_as_one_letter_stays_whole(string letter, int most)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 40));

        var parts = TextSplitter.Split(text, most, Unlimited);

        string.Concat(parts).ShouldBe(text);
        parts.ShouldAllBe(part => part.Length <= most && Letters(part).All(seen => seen == letter));
    }

    [Fact]
    public void A_letter_longer_than_a_part_is_cut_but_never_inside_a_character()
    {
        var parts = TextSplitter.Split("👨‍👩‍👧‍👦", 4, Unlimited);

        string.Concat(parts).ShouldBe("👨‍👩‍👧‍👦");
        parts.ShouldAllBe(part => part.Length <= 4 && !Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(part)).Contains('\uFFFD'));
    }

    [Fact]
    public void Bytes_are_counted_where_a_platform_counts_them()
    {
        var parts = TextSplitter.Split("Добрий день. Дякуємо за лист.", 1000, 30);

        parts.ShouldBe(["Добрий день.", "Дякуємо за лист."]);
    }

    [Fact]
    public void Not_a_word_of_a_long_text_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2000).Select(number => number % 9 == 0 ? $"word{number}." : $"word{number}"));

        var parts = TextSplitter.Split(text, 100, Unlimited);

        string.Join(' ', parts).ShouldBe(text);
        parts.ShouldAllBe(part => part.Length <= 100);
    }

    private static IEnumerable<string> Letters(string text)
    {
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            yield return letters.GetTextElement();
        }
    }
}
