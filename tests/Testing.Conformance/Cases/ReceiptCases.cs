using Rozmova.Messaging;

namespace Rozmova.Testing.Conformance.Cases;

/// <summary>What the platform tells of our messages after it took them.</summary>
internal static class ReceiptCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("receipts: delivered", platform => platform.UnlessDeclares("delivered"), stage => Reported(stage, DeliveryReport.Delivered)),
        new("receipts: read", platform => platform.UnlessDeclares("read"), stage => Reported(stage, DeliveryReport.Read)),
        new("receipts: read never goes back", Both, NeverBack),
    ];

    private static string? Both(Participant platform) => platform.UnlessDeclares("delivered") ?? platform.UnlessDeclares("read");

    private static async Task Reported(Stage stage, DeliveryReport what)
    {
        var ours = await stage.TalkAsync();

        await stage.Customer.PlayAsync(new Act.Report(what));

        await stage.StateAsync(ours, what == DeliveryReport.Read ? "read" : "delivered");
    }

    private static async Task NeverBack(Stage stage)
    {
        var ours = await stage.TalkAsync();

        await stage.Customer.PlayAsync(new Act.Report(DeliveryReport.Read));
        await stage.StateAsync(ours, "read");
        await stage.Customer.PlayAsync(new Act.Report(DeliveryReport.Delivered));
        await stage.Customer.PlayAsync(new Act.Write("Thank you"));

        await stage.EntryAsync(ours.Text("conversationId"), "what came behind", entry => entry.Says() == "Thank you");
        await stage.StateAsync(ours, "read");
    }
}
