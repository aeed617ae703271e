using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Platforms.Tests.SellerCrm;

/// <summary>Whatever the CRM answers in the place of news is told, and asked for again until there are some.</summary>
public sealed class SellerCrmAnswerTests
{
    public static TheoryData<string> Troubles => [.. Kinds.Keys];

    private static readonly Dictionary<string, (Fault Fault, string Told)> Kinds = new()
    {
        ["a number inside of 200"] = (new Refusal(12, "The service is overloaded", "BUSY"), "The service is overloaded (BUSY)"),
        ["a page of HTML with 200"] = (new MaintenancePage(), "HTML"),
        ["half a JSON"] = (new HalfAnswer(), "no whole JSON"),
        ["too many calls"] = (new Fault.HttpStatus(429, RetryAfter: 7), "less often"),
        ["a gateway's 502"] = (new Fault.HttpStatus(502), "502"),
        ["away for a while"] = (new Fault.HttpStatus(503, RetryAfter: 7), "503"),
        ["no answer"] = (new Fault.LostAnswer(), "broke"),
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task In_the_place_of_the_list(string kind)
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var order = crm.Seller.AddOrder("buyer@example.com");
        await crm.PollAsync();
        order.Write("still there?");
        var (fault, told) = Kinds[kind];
        crm.Simulator.Faults.Add(fault with { Method = "chats" });

        var (events, report) = await crm.PollAsync();
        var later = await crm.CatchUpAsync();

        events.ShouldBeEmpty();
        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain(told);
        later.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task In_the_place_of_messages(string kind)
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        var order = crm.Seller.AddOrder("buyer@example.com");
        await crm.PollAsync();
        order.Write("still there?");
        var (fault, told) = Kinds[kind];
        crm.Simulator.Faults.Add(fault with { Method = "messages" });

        var (events, report) = await crm.PollAsync();
        var later = await crm.CatchUpAsync();

        events.ShouldBeEmpty();
        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain(told);
        later.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_wish_to_wait_is_passed_on()
    {
        await using var crm = await SellerCrmUnderTest.StartAsync();
        crm.Simulator.Faults.Add(new Fault.HttpStatus(503, RetryAfter: 7) { Method = "chats" });

        var (_, report) = await crm.PollAsync();

        report.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    }
}
