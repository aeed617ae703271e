using System.Reflection;
using Rozmova.Desks.TelegramDesk.Texts;

namespace Rozmova.Desks.Tests.TelegramDesk;

public sealed class DeskTextsTests
{
    private static readonly DeskTexts English = DeskTexts.Of("en");
    private static readonly DeskTexts Ukrainian = DeskTexts.Of("uk");

    [Theory]
    [InlineData("uk", "uk")]
    [InlineData("en-GB", "en")]
    [InlineData("de", "en")]
    [InlineData(null, "en")]
    public void A_language_is_chosen_as_Telegram_names_it(string? language, string code) => DeskTexts.Of(language).Code.ShouldBe(code);

    [Theory]
    [InlineData(1, "1 година")]
    [InlineData(3, "3 години")]
    [InlineData(5, "5 годин")]
    [InlineData(11, "11 годин")]
    [InlineData(12, "12 годин")]
    [InlineData(21, "21 година")]
    [InlineData(24, "24 години")]
    [InlineData(112, "112 годин")]
    public void Ukrainian_counts_as_one_speaks(int hours, string words) => Ukrainian.Hours(hours).ShouldBe(words);

    [Theory]
    [InlineData(1, "1 hour")]
    [InlineData(24, "24 hours")]
    public void English_counts_as_one_speaks(int hours, string words) => English.Hours(hours).ShouldBe(words);

    [Fact]
    public void What_is_said_in_one_language_is_said_differently_in_the_other()
    {
        var same = typeof(DeskTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(text => text.PropertyType == typeof(string) && Equals(text.GetValue(English), text.GetValue(Ukrainian)))
            .Select(text => text.Name);

        same.ShouldBeEmpty();
    }

    [Fact]
    public void Every_answer_to_a_press_fits_the_200_characters_Telegram_shows()
    {
        foreach (var texts in DeskTexts.All)
        {
            string[] answers =
            [
                texts.Yours, texts.Stale, texts.Gone, texts.NoGroup, texts.Banned, texts.HeldByOther(new string('x', 60)),
                texts.AlreadyAnswered(new string('x', 60)), texts.HandedTo(new string('x', 60)),
            ];
            answers.ShouldAllBe(answer => answer.Length <= 200);
        }
    }
}
