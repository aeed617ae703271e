using System.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Testing.Conformance.Cases;

/// <summary>Who is let in.</summary>
internal static class DoorCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("door: a true proof of origin is taken", platform => platform.UnlessHasWebhooks(), Taken),
        new("door: a wrong proof is 401", platform => platform.UnlessHasWebhooks(), stage => Refused(stage, stage.Participant.Side.Credential!.SpoilIn)),
        new("door: no proof is 401", platform => platform.UnlessHasWebhooks(), stage => Refused(stage, stage.Participant.Side.Credential!.RemoveFrom)),
        new("door: a re-spaced body is 401", Signatures, stage => Refused(stage, request => request.Respaced())),
        new("door: its GET is answered, another is 403", Verification, Verified),
        new("door: authentic garbage is 200 and quarantined", platform => platform.UnlessHasWebhooks(), PutAway),
    ];

    private static string? Signatures(Participant platform) =>
        platform.UnlessHasWebhooks() ?? (platform.Side.SignsBody ? null : "proves itself by a secret, not by a signature");

    private static string? Verification(Participant platform) => platform.UnlessIs<IVerifyingPlatform>();

    private static async Task Taken(Stage stage)
    {
        await stage.DeliverAsync((await stage.CatchAsync(new Act.Write("Good day")))[0]);

        await stage.EntryAsync(await stage.ConversationAsync(), "the text", entry => entry.Says() == "Good day");
    }

    private static async Task Refused(Stage stage, Func<WireRequest, WireRequest> change)
    {
        var request = (await stage.CatchAsync(new Act.Write("Good day")))[0];

        (await stage.Wire.DeliverAsync(change(request))).ShouldBe(HttpStatusCode.Unauthorized);

        (await stage.ConversationsAsync()).ShouldBeEmpty();
        (await stage.QuarantineAsync()).ShouldBeEmpty();
        await stage.DeliverAsync(request);
    }

    private static async Task Verified(Stage stage)
    {
        var (query, wanted) = stage.Account.AskVerification();

        using var right = await stage.Wire.AskAsync(new UriBuilder(stage.Account.Webhook) { Query = query }.Uri);
        using var none = await stage.Wire.AskAsync(stage.Account.Webhook);

        right.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await right.Content.ReadAsStringAsync()).ShouldBe(wanted);
        none.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task PutAway(Stage stage)
    {
        byte[] garbage = [.. "neither JSON nor XML "u8, 0xFF, 0xFE];

        await stage.DeliverAsync(stage.Account.Sign(garbage));

        List<string> states = [];
        await Stage.Until("it is in quarantine", async () =>
            (states = [.. (await stage.QuarantineAsync()).Select(item => item.Text("state"))]).Count > 0);
        states.ShouldBe(["waiting"]);
    }
}
