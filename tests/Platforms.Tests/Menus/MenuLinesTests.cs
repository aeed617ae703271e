using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Menus;

public sealed class MenuLinesTests
{
    [Fact]
    public void A_menu_written_as_lines_reads_as_the_same_menu()
    {
        string[] lines = ["Hours=HOURS", "Shop > Search=https://shop.example/?a=b", "Shop > Call=PHONE"];

        var items = MenuLines.Read(lines);

        items[0].ShouldBe(new MenuItem("Hours", "HOURS"));
        items[1].Label.ShouldBe("Shop");
        items[1].Items.ShouldBe([new MenuItem("Search", Url: "https://shop.example/?a=b"), new MenuItem("Call", "PHONE")]);
        MenuLines.Write(items).ShouldBe(lines);
    }

    [Fact]
    public void Space_around_the_marks_is_nothing_and_a_bare_label_is_its_own_key() =>
        MenuLines.Read([" Shop = SHOP ", "Where are you?"])
            .ShouldBe([new MenuItem("Shop", "SHOP"), new MenuItem("Where are you?", "Where are you?")]);

    [Fact]
    public void Lines_of_one_group_stand_together_at_the_place_of_the_first() =>
        MenuLines.Read(["Help > Hours=H", "Shop=S", "Help > Phone"]).Select(item => (item.Label, item.Items?.Count))
            .ShouldBe([("Help", 2), ("Shop", (int?)null)]);

    [Fact]
    public void A_label_is_found_by_its_key_on_either_level()
    {
        string[] lines = ["Hours=HOURS", "Shop > Call=PHONE"];

        MenuLines.LabelOf(lines, "PHONE").ShouldBe("Call");
        MenuLines.LabelOf(lines, "HOURS").ShouldBe("Hours");
        MenuLines.LabelOf(lines, "Shop").ShouldBeNull();
    }
}
