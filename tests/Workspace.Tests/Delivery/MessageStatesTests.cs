using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;

namespace Rozmova.Workspace.Tests.Delivery;

public sealed class MessageStatesTests
{
    [Theory]
    [InlineData(MessageStatus.Sent, DeliveryReport.Delivered, MessageStatus.Delivered)]
    [InlineData(MessageStatus.Sent, DeliveryReport.Read, MessageStatus.Read)]
    [InlineData(MessageStatus.Sent, DeliveryReport.Failed, MessageStatus.Failed)]
    [InlineData(MessageStatus.Delivered, DeliveryReport.Read, MessageStatus.Read)]
    [InlineData(MessageStatus.Unknown, DeliveryReport.Delivered, MessageStatus.Delivered)]
    [InlineData(MessageStatus.Unknown, DeliveryReport.Failed, MessageStatus.Failed)]
    [InlineData(MessageStatus.Failed, DeliveryReport.Delivered, MessageStatus.Delivered)]
    [InlineData(MessageStatus.Failed, DeliveryReport.Read, MessageStatus.Read)]
    public void A_report_takes_a_message_forward(MessageStatus from, DeliveryReport report, MessageStatus to) =>
        MessageStates.Advance(from, report).ShouldBe(to);

    [Theory]
    [InlineData(MessageStatus.Read, DeliveryReport.Delivered)]
    [InlineData(MessageStatus.Read, DeliveryReport.Failed)]
    [InlineData(MessageStatus.Delivered, DeliveryReport.Delivered)]
    [InlineData(MessageStatus.Delivered, DeliveryReport.Failed)]
    [InlineData(MessageStatus.Failed, DeliveryReport.Failed)]
    [InlineData(MessageStatus.Received, DeliveryReport.Read)]
    public void A_late_report_never_takes_it_back(MessageStatus from, DeliveryReport report) =>
        MessageStates.Advance(from, report).ShouldBeNull();

    [Fact]
    public void An_entry_without_a_state_gets_none() => MessageStates.Advance(null, DeliveryReport.Read).ShouldBeNull();
}
