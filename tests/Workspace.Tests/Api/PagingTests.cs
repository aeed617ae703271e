using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Tests.Api;

public sealed class PagingTests
{
    [Fact]
    public void A_cursor_leads_back_to_its_place()
    {
        Paging.TryRead("list", Paging.Write("list", "17", "ab-cd"), out var place).ShouldBeTrue();

        place.ShouldBe(["17", "ab-cd"]);
    }

    [Fact]
    public void A_cursor_is_safe_in_an_address()
    {
        foreach (var number in Enumerable.Range(0, 200))
        {
            var cursor = Paging.Write("list", $"{number}");
            Uri.EscapeDataString(cursor).ShouldBe(cursor);
        }
    }

    [Fact]
    public void A_cursor_of_another_list_is_refused()
    {
        Paging.TryRead("conversations open", Paging.Write("conversations closed", "17"), out _).ShouldBeFalse();
    }

    [Fact]
    public void An_edited_cursor_is_refused_wherever_it_was_edited()
    {
        var cursor = Paging.Write("list", "17", "42");
        for (var place = 0; place < cursor.Length - 1; place++)
        {
            var edited = cursor[..place] + (cursor[place] == 'A' ? 'B' : 'A') + cursor[(place + 1)..];
            Paging.TryRead("list", edited, out _).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("not base64!")]
    [InlineData("AAAAAAAAAAAA")]
    public void Nonsense_is_refused(string cursor)
    {
        Paging.TryRead("list", cursor, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, 50)]
    [InlineData("1", 1)]
    [InlineData("200", 200)]
    [InlineData("201", 200)]
    [InlineData("99999999999", 200)]
    public void A_limit_is_held_to_200(string? asked, int expected)
    {
        new PageQuery(asked, null).TryReadLimit(out var limit, out _).ShouldBeTrue();

        limit.ShouldBe(expected);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("")]
    public void A_limit_that_is_no_count_is_refused(string asked)
    {
        new PageQuery(asked, null).TryReadLimit(out _, out var problem).ShouldBeFalse();

        problem!.ProblemDetails.Extensions["code"].ShouldBe("invalid-limit");
    }
}
