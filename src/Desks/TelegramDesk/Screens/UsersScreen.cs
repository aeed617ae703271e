using System.Globalization;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk.Screens;

/// <summary>All operators, and what an admin can make of them.</summary>
internal static class UsersScreen
{
    /// <summary>How many are on a page.</summary>
    public const int Length = 8;

    public static BotMessage Render(DeskTexts texts, int page, IReadOnlyList<Operator> shown, bool hasMore)
    {
        var lines = shown.Select(one => $"{Html.Bold(one.Name)}: {Html.Escape(texts.Role(one.Role))}\n{Commands(one, texts)}");
        return new BotMessage(Html.Lines([Html.Bold($"{texts.Users} · {texts.Page(page + 1)}"), .. lines]))
        {
            Rows = Keys.Rows(
                Keys.Paging(texts, page, hasMore, to => new DeskAction.Users(to)),
                Keys.Row(Keys.Home(texts))),
        };
    }

    /// <summary>Somebody asks to join: what an admin is shown.</summary>
    public static BotMessage Request(DeskTexts texts, Operator who, string? username)
    {
        var name = username is null ? Html.Bold(who.Name) : $"{Html.Bold(who.Name)} (@{Html.Escape(username)})";
        return new BotMessage(Html.Lines(
            $"👋 {Html.Escape(texts.WantsToJoin("…")).Replace("…", name, StringComparison.Ordinal)}", Commands(who, texts)))
        {
            Rows =
            [
                Keys.Row(
                    Keys.Of(texts.Approve, new DeskAction.SetRole(who.Id, OperatorRole.Operator)),
                    Keys.Of(texts.Ban, new DeskAction.SetRole(who.Id, OperatorRole.Banned))),
                Keys.Row(Keys.Of(texts.MakeAdmin, new DeskAction.SetRole(who.Id, OperatorRole.Admin))),
            ],
        };
    }

    /// <summary>What was made of somebody.</summary>
    public static BotMessage Decided(DeskTexts texts, Operator who) => new(Html.Escape(texts.RoleSet(who.Name, texts.Role(who.Role))));

    private static string Commands(Operator who, DeskTexts texts)
    {
        if (who.TelegramUserId is not { } user)
        {
            return Html.Italic(texts.ConsoleOnly);
        }

        var id = user.ToString(CultureInfo.InvariantCulture);
        string[] commands = who.Role switch
        {
            OperatorRole.Admin => [$"/approve_{id}", $"/ban_{id}"],
            OperatorRole.Operator => [$"/admin_{id}", $"/ban_{id}"],
            OperatorRole.Banned => [$"/approve_{id}"],
            _ => [$"/approve_{id}", $"/admin_{id}", $"/ban_{id}"],
        };
        return string.Join("  ", commands);
    }
}
