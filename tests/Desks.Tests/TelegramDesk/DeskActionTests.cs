using System.Text;
using Rozmova.Desks.TelegramDesk;
using Rozmova.Messaging;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.Tests.TelegramDesk;

public sealed class DeskActionTests
{
    private static readonly ConversationId Conversation = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    private static readonly OperatorId Operator = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(1)));
    private static readonly MessageId Message = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(2)));

    public static TheoryData<object> All =>
    [
        new DeskAction.Take(Conversation), new DeskAction.Open(Conversation), new DeskAction.TakeOver(Conversation),
        new DeskAction.Pin(Conversation), new DeskAction.MarkRead(Conversation), new DeskAction.Note(Conversation),
        new DeskAction.Close(Conversation), new DeskAction.Reopen(Conversation), new DeskAction.Release(Conversation),
        new DeskAction.Snooze(Conversation, 0), new DeskAction.Snooze(Conversation, 24), new DeskAction.ChooseColleague(Conversation, 7),
        new DeskAction.Transfer(Conversation, Operator), new DeskAction.History(Conversation, Message, Newer: true),
        new DeskAction.History(Conversation, Message, Newer: false), new DeskAction.Files(Conversation, Message),
        new DeskAction.SendAnyway(Conversation), new DeskAction.ShowList(ListKind.HistoryOfAll, 999), new DeskAction.Users(3),
        new DeskAction.SetRole(Operator, OperatorRole.Banned), new DeskAction.Home(), new DeskAction.Statistics(), new DeskAction.Clear(),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_button_does_fits_its_64_bytes_and_is_read_back(object action)
    {
        var data = ((DeskAction)action).Write();

        Encoding.UTF8.GetByteCount(data).ShouldBeLessThanOrEqualTo(64);
        DeskAction.Read(data).ShouldBe(action);
    }

    [Fact]
    public void Every_action_is_tried_above() =>
        All.Cast<object[]>().Select(row => row[0].GetType()).Distinct().Count()
            .ShouldBe(typeof(DeskAction).GetNestedTypes().Count(type => type.IsSubclassOf(typeof(DeskAction))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("tshort")]
    [InlineData("mx")]
    [InlineData("l9")]
    [InlineData("l11000")]
    [InlineData("a-1")]
    [InlineData("q0123456789012345678901")]
    [InlineData("t!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("size:M")]
    [InlineData("кирилиця")]
    public void Data_that_is_not_ours_is_nothing(string? data) => DeskAction.Read(data).ShouldBeNull();

    [Fact]
    public void Nobody_becomes_pending_by_a_button() =>
        DeskAction.Read(new DeskAction.SetRole(Operator, OperatorRole.Pending).Write()).ShouldBeNull();
}
